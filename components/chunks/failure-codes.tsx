"use client";
import { Button, Card, Group, SegmentedControl, Skeleton, Stack } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Section } from "#components/records/section.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Retried } from "#lib/domain/retry.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { failureCodeWords } from "./failure-code-words.ts";
import { FailureCodesTable } from "./failure-codes-table.tsx";
import { countOf } from "./number-words.ts";
import { useMayRetry } from "./use-may-retry.ts";
import { useRetry } from "./use-retry.ts";

// Loaded when it is shown: the chart library is larger than the rest of the page.
const FailureCodesChart = dynamic(
  () => import("./failure-codes-chart.tsx").then((module) => module.FailureCodesChart),
  {
    ssr: false,
    loading: () => <Skeleton height={120} />,
  },
);

const views = [
  { value: "table", label: "Table" },
  { value: "chart", label: "Chart" },
];

/** Errors by code, as a table or a chart of the same numbers, and sending failed clients again: by code, or all that pass by themselves. */
export function FailureCodes({ chunk }: { chunk: ChunkDashboard }) {
  const [view, setView] = useState("table");
  const [asked, setAsked] = useState<{ which: Retried; count: number } | null>(null);
  const mayRetry = useMayRetry(chunk);
  const retry = useRetry(() => setAsked(null));
  const codes = chunk.failureCodes;
  if (codes.length === 0) return null;
  const transient = codes
    .filter(({ status, isTransient }) => status === "failed" && isTransient)
    .reduce((sum, { count }) => sum + count, 0);
  const onRetry = mayRetry ? (which: Retried, count: number) => setAsked({ which, count }) : null;
  return (
    <Section
      title="Errors by code"
      aside={
        <SegmentedControl size="xs" data={views} value={view} onChange={setView} aria-label="Show the errors as" />
      }
    >
      <Card>
        <Stack gap="sm">
          {view === "chart" ? (
            <FailureCodesChart codes={codes} />
          ) : (
            <FailureCodesTable codes={codes} onRetry={onRetry} />
          )}
          {onRetry && transient > 0 && (
            <Group>
              <Button
                variant="default"
                leftSection={<IconRefresh size={16} aria-hidden />}
                onClick={() => onRetry({ kind: "transient" }, transient)}
              >
                Send {countOf(transient, "client")} again that Passfort was only not reached for
              </Button>
            </Group>
          )}
        </Stack>
      </Card>
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={`Send ${countOf(asked?.count ?? 0, "client")} again?`}
        confirmLabel={`Send ${countOf(asked?.count ?? 0, "client")} again`}
        onConfirm={() => asked && retry.mutate({ params: { chunkId: chunk.id }, body: { which: asked.which } })}
        loading={retry.isPending}
      >
        {asked && `${whichWords(asked.which)} Each goes on at the step it failed at; nothing is sent twice.`}
        <ProblemAlert error={retry.error} />
      </ConfirmDialog>
    </Section>
  );
}

function whichWords(which: Retried): string {
  if (which.kind === "code") return `Those that failed with “${failureCodeWords(which.code)}”.`;
  if (which.kind === "transient") return "Those that Passfort was only not reached for, or did not answer.";
  return "";
}
