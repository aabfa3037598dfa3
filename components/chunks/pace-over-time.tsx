"use client";
import { Card, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Section } from "#components/records/section.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readPace } from "#lib/contracts/pace.ts";
import { liveChunkStatuses } from "#lib/domain/chunk.ts";
import type { PaceSpan } from "#lib/domain/chunk-pace.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { LimitList } from "./limit-list.tsx";
import { PaceTable } from "./pace-table.tsx";

// Loaded when it is shown: the chart library is larger than the rest of the page.
const PaceCharts = dynamic(() => import("./pace-charts.tsx").then((module) => module.PaceCharts), {
  ssr: false,
  loading: () => <Skeleton height={480} />,
});

const spans: { value: PaceSpan; label: string }[] = [
  { value: "quarter_hour", label: "15 min" },
  { value: "hour", label: "1 hour" },
  { value: "launch", label: "Since launch" },
];
const views = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
];
const hourMs = 3_600_000;
const askAgainMs = { least: 5_000, most: 60_000 } as const;

/** How the pace, the answers of Passfort and the calls in flight went, as charts or, with the same numbers, as a table. */
export function PaceOverTime({ chunk }: { chunk: ChunkDashboard }) {
  const [span, setSpan] = useState<PaceSpan>(() => spanOf(chunk));
  const [view, setView] = useState("chart");
  const isLive = liveChunkStatuses.includes(chunk.status);
  const pace = useContract(
    readPace,
    { params: { chunkId: chunk.id }, query: { span } },
    {
      // Nothing is added before the next interval is whole.
      refetchInterval: (query) =>
        isLive && Math.min(askAgainMs.most, Math.max(askAgainMs.least, (query.state.data?.seconds ?? 0) * 1_000)),
      placeholderData: (before) => before,
    },
  );
  const points = pace.data?.points ?? [];
  const choice = (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        data={spans}
        value={span}
        onChange={(value) => setSpan(value as PaceSpan)}
        aria-label="Show the pace of"
      />
      <SegmentedControl size="xs" data={views} value={view} onChange={setView} aria-label="Show the pace as" />
    </Group>
  );
  return (
    <Section title="Pace over time" aside={choice}>
      <Card>
        <Stack gap="md">
          <ProblemAlert error={pace.error} onRetry={() => void pace.refetch()} />
          {pace.isPending && <Skeleton height={480} />}
          {pace.data && points.length === 0 && <Text c="dimmed">The first five seconds are not over yet.</Text>}
          {points.length > 0 && (view === "chart" ? <PaceCharts points={points} /> : <PaceTable points={points} />)}
          {points.length > 0 && (
            <Text size="xs" c="dimmed">
              Calls are those of clients' steps. Looks beside them, at webhooks or after a lost answer, take a place
              among the processes, too, and are not counted. When fewer are allowed, clients in hand are still brought
              to their end.
            </Text>
          )}
          <LimitList limits={pace.data?.limits ?? []} />
        </Stack>
      </Card>
    </Section>
  );
}

/** A long chunk is first shown by its last hour. */
function spanOf({ launchedAt, finishedAt }: ChunkDashboard): PaceSpan {
  if (launchedAt === null) return "launch";
  const end = finishedAt === null ? Date.now() : Date.parse(finishedAt);
  return end - Date.parse(launchedAt) > hourMs ? "hour" : "launch";
}
