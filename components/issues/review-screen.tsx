"use client";
import { Alert, Button, Stack } from "@mantine/core";
import { IconArrowRight, IconFileUpload } from "@tabler/icons-react";
import Link from "next/link";
import { countOf } from "#components/chunks/number-words.ts";
import { PageSkeleton } from "#components/records/page-skeleton.tsx";
import { Section } from "#components/records/section.tsx";
import { CountStrip } from "#components/ui/count-strip.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReadyForTracks } from "#components/ui/ready-for-tracks.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listFiles } from "#lib/contracts/files.ts";
import { listCauses } from "#lib/contracts/issues.ts";
import { CauseCard } from "./cause-card.tsx";
import { CheckFailures } from "./check-failures.tsx";
import { CheckingNotice } from "./checking-notice.tsx";
import { ExcludedList } from "./excluded-list.tsx";
import { ExclusionsList } from "./exclusions-list.tsx";
import { FamiliesLine } from "./families-line.tsx";
import { FixesList } from "./fixes-list.tsx";
import { NobodyInvalid } from "./nobody-invalid.tsx";
import { causesMatching } from "./severity-filter.ts";
import { SeverityTabs } from "./severity-tabs.tsx";
import { SpreadsheetCard } from "./spreadsheet-card.tsx";
import { useSeverityFilter } from "./use-severity-filter.ts";

/** Review: everything that is wrong with the data, by cause, before anything is sent. */
export function ReviewScreen({ migrationId }: { migrationId: string }) {
  const [filter, setFilter] = useSeverityFilter();
  const files = useContract(listFiles, { params: { migrationId } }, { refetchInterval: 2000 });
  const checking = files.data?.files.filter((file) => file.checkingVersion !== null && file.status === "parsed") ?? [];
  const causes = useContract(
    listCauses,
    { params: { migrationId } },
    { refetchInterval: checking.length > 0 ? 2000 : 10_000 },
  );
  const head = (
    <PageHead
      title="Review"
      description="Every row is checked before anything is sent. Errors are grouped by cause: settle a cause, and all its clients are settled."
      actions={<ToPlan migrationId={migrationId} />}
    />
  );
  if (!causes.data) {
    return (
      <>
        {head}
        <ProblemAlert error={causes.error} onRetry={() => void causes.refetch()} />
        {causes.isPending && <PageSkeleton what="the review" />}
      </>
    );
  }
  const { counts } = causes.data;
  const shown = causesMatching(causes.data.causes, filter);
  return (
    <>
      {head}
      <Stack gap="lg">
        <ProblemAlert error={causes.error ?? files.error} />
        <CheckingNotice files={checking} />
        <CheckFailures
          files={files.data?.files.filter((file) => file.checkFailure !== null && file.checkingVersion === null) ?? []}
          migrationId={migrationId}
        />
        {counts.clients === 0 ? <NothingYet migrationId={migrationId} /> : <CountStrip counts={counts} />}
        {counts.clients > 0 && <ReadyForTracks readyFor={causes.data.readyFor} />}
        <FamiliesLine migrationId={migrationId} families={causes.data.families} />
        <NobodyInvalid review={causes.data} />
        {counts.clients > counts.unchecked && <SpreadsheetCard migrationId={migrationId} causes={causes.data.causes} />}
        {causes.data.causes.length > 0 && (
          <Section title={countOf(causes.data.causes.length, "cause")}>
            <Stack gap="sm">
              <SeverityTabs causes={causes.data.causes} filter={filter} onFilter={setFilter} />
              {shown.map((cause) => (
                <CauseCard key={cause.key} cause={cause} migrationId={migrationId} />
              ))}
              {shown.length === 0 && (
                <Alert variant="light">No cause of this severity. Choose another one above.</Alert>
              )}
            </Stack>
          </Section>
        )}
        {counts.clients > 0 && causes.data.causes.length === 0 && counts.unchecked > 0 && checking.length === 0 && (
          <NotChecked migrationId={migrationId} />
        )}
        <FixesList migrationId={migrationId} />
        <ExclusionsList migrationId={migrationId} />
        <ExcludedList migrationId={migrationId} excluded={counts.excluded} />
      </Stack>
    </>
  );
}

function ToPlan({ migrationId }: { migrationId: string }) {
  return (
    <Button
      component={Link}
      href={`/migrations/${migrationId}/plan`}
      variant="default"
      rightSection={<IconArrowRight size={16} aria-hidden />}
    >
      Continue to the plan
    </Button>
  );
}

function NotChecked({ migrationId }: { migrationId: string }) {
  return (
    <EmptyState
      title="Nothing has been checked yet"
      sentence="Rows are checked as soon as the mapping of their file is saved: which column is which field, and how it is written."
      action={
        <Button component={Link} href={`/migrations/${migrationId}/mapping`}>
          Go to the mapping
        </Button>
      }
    />
  );
}

function NothingYet({ migrationId }: { migrationId: string }) {
  return (
    <EmptyState
      icon={<IconFileUpload size={22} />}
      title="No clients yet"
      sentence="Upload an export of the old system first. When it is read and mapped, everything wrong with its data shows here."
      action={
        <Button component={Link} href={`/migrations/${migrationId}/files`}>
          Go to the files
        </Button>
      }
    />
  );
}
