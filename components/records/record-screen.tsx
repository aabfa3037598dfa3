"use client";
import { Alert, Anchor, Grid, Group, Stack, Text } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconCheck, IconEyeOff, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { useAllowed } from "#components/chunks/use-allowed.ts";
import { StructureSection } from "#components/structure/structure-section.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readRecord } from "#lib/contracts/records.ts";
import { tracks, trackWords } from "#lib/domain/track.ts";
import { CorrectDialog, type Correcting } from "./correct-dialog.tsx";
import { lastListOf } from "./list-place.ts";
import { PageSkeleton } from "./page-skeleton.tsx";
import type { ShownRecord } from "./record.ts";
import { RecordDelivery } from "./record-delivery.tsx";
import { RecordDocuments } from "./record-documents.tsx";
import { RecordFamily } from "./record-family.tsx";
import { RecordHistory } from "./record-history.tsx";
import { RecordIssues } from "./record-issues.tsx";
import { RecordValues } from "./record-values.tsx";
import { RecordWebhooks } from "./record-webhooks.tsx";
import { recordsHref } from "./records-href.ts";
import { standingOf } from "./standing-of.ts";

/** One client whole: its values and where they came from, its issues, its way into Passfort, and its history. */
export function RecordScreen({ recordId }: { recordId: string }) {
  const record = useContract(readRecord, { params: { recordId } }, { refetchInterval: 4000 });
  if (record.data) {
    return (
      <>
        <ProblemAlert error={record.error} onRetry={() => void record.refetch()} />
        <LoadedRecord record={record.data} />
      </>
    );
  }
  return (
    <>
      <PageHead title="Client" />
      <ProblemAlert error={record.error} onRetry={() => void record.refetch()} />
      {record.isPending && <PageSkeleton what="the client" />}
    </>
  );
}

function LoadedRecord({ record }: { record: ShownRecord }) {
  const name = record.reference ?? `Row ${plainNumber(record.rowNumber)}`;
  const [correcting, setCorrecting] = useState<Correcting>(null);
  const prepare = useAllowed("prepare");
  const onCorrect = prepare.allowed && record.fixedBecause === null ? setCorrecting : undefined;
  useDocumentTitle(`${name} · Causeway`);
  return (
    <>
      <Anchor component={Link} href={lastListOf(record.migrationId) ?? recordsHref(record.migrationId)} size="sm">
        All records
      </Anchor>
      <PageHead
        title={
          <Group gap="xs" component="span">
            {name}
            <StatusBadge status={standingOf(record)} size="lg" />
          </Group>
        }
        description={`${whatItIs(record)} Row ${plainNumber(record.rowNumber)} (line ${plainNumber(record.lineNumber)}) of ${record.fileName}.`}
      />
      {record.role === "client" && <ReadyForLine record={record} />}
      {record.excludedReason && (
        <Alert color="gray" variant="light" icon={<IconEyeOff aria-hidden />} title="Left out of the migration">
          {record.excludedReason}
        </Alert>
      )}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <RecordIssues record={record} onCorrect={onCorrect} />
            <RecordValues record={record} onCorrect={onCorrect} />
            <RecordFamily record={record} />
            <RecordDocuments record={record} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <RecordDelivery record={record} />
            <RecordWebhooks record={record} />
            <RecordHistory record={record} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={12}>
          <StructureSection record={record} />
        </Grid.Col>
      </Grid>
      <CorrectDialog
        key={correcting?.field ?? "new"}
        record={record}
        field={correcting?.field ?? null}
        opened={correcting !== null}
        onClose={() => setCorrecting(null)}
      />
    </>
  );
}

/** For each track, whether this client could take it now. */
function ReadyForLine({ record }: { record: ShownRecord }) {
  return (
    <Group component="ul" gap="md" mb="md" p={0} style={{ listStyle: "none" }}>
      {tracks.map((track) => {
        const isReady = record.readyFor.includes(track);
        const Icon = isReady ? IconCheck : IconX;
        return (
          <Group component="li" key={track} gap={6} wrap="nowrap">
            <Icon size={15} aria-hidden />
            <Text size="sm">
              {isReady ? "Ready" : "Not ready"} for {trackWords[track].label.toLowerCase()}
            </Text>
          </Group>
        );
      })}
    </Group>
  );
}

function whatItIs({ role, entityType, maskedName }: ShownRecord): string {
  if (role === "link") return "A link between a company and an associate.";
  if (role === "document") return "A document that a manifest names.";
  const kind = entityType === "individual" ? "a person" : "a company";
  return role === "associate" ? `${maskedName}, ${kind}, an associate.` : `${maskedName}, ${kind}.`;
}
