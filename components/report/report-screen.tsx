"use client";
import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconDownload } from "@tabler/icons-react";
import Link from "next/link";
import { PageSkeleton } from "#components/records/page-skeleton.tsx";
import { Section } from "#components/records/section.tsx";
import { CountStrip } from "#components/ui/count-strip.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readReport } from "#lib/contracts/report.ts";
import { ChunkTable } from "./chunk-table.tsx";
import { ErrorBars } from "./error-bars.tsx";
import { ErrorReportCard } from "./error-report-card.tsx";

/** Report: what became of every client, why some were not created, and the error report to take away. */
export function ReportScreen({ migrationId }: { migrationId: string }) {
  const report = useContract(readReport, { params: { migrationId } }, { refetchInterval: 5000 });
  const answer = report.data;
  const download = (
    <Button
      component="a"
      href={`/api/migrations/${migrationId}/errors.csv`}
      download
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      Download the error report (CSV)
    </Button>
  );
  return (
    <>
      <PageHead
        title="Report"
        description="What became of every client. Every number is counted from the records at this moment."
        actions={answer && answer.counts.clients > 0 ? download : null}
      />
      <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />
      {report.isPending && <PageSkeleton what="the report" />}
      {answer?.counts.clients === 0 && <NothingToReport migrationId={migrationId} />}
      {answer && answer.counts.clients > 0 && (
        <Stack gap="lg">
          <Section title="Everybody is accounted for">
            <Card>
              <CountStrip counts={answer.counts} />
              {answer.identityHolds && (
                <Group gap={6} mt="sm" wrap="nowrap">
                  <IconCircleCheck size={18} color="var(--mantine-color-green-7)" aria-hidden />
                  <Text size="sm">The numbers add up.</Text>
                </Group>
              )}
            </Card>
          </Section>
          <ErrorBars byCode={answer.byCode} />
          <ChunkTable chunks={answer.chunks} migrationId={migrationId} />
          <ErrorReportCard />
        </Stack>
      )}
    </>
  );
}

function NothingToReport({ migrationId }: { migrationId: string }) {
  return (
    <EmptyState
      title="Nothing to report yet"
      sentence="When clients have been uploaded, the report counts where each of them stands, lists the errors by cause and compares every chunk with its plan."
      action={
        <Button component={Link} href={`/migrations/${migrationId}/files`}>
          Go to the files
        </Button>
      }
    />
  );
}
