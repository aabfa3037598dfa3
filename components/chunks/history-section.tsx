"use client";
import { Card, SegmentedControl, Skeleton, Text } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Section } from "#components/records/section.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { HistoryTable } from "./history-table.tsx";

// Loaded when it is shown: the chart library is larger than the rest of the page.
const HistoryChart = dynamic(() => import("./history-chart.tsx").then((module) => module.HistoryChart), {
  ssr: false,
  loading: () => <Skeleton height={240} />,
});

const views = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
];

/** Created and not created since the launch, as a chart or, with the same numbers, as a table. */
export function HistorySection({ chunk }: { chunk: ChunkDashboard }) {
  const [view, setView] = useState("chart");
  const choice = (
    <SegmentedControl size="xs" data={views} value={view} onChange={setView} aria-label="Show the history as" />
  );
  return (
    <Section title="Over time" aside={chunk.history.length > 0 && choice}>
      <Card>
        {chunk.history.length === 0 && <Text c="dimmed">No client has come to an end yet.</Text>}
        {chunk.history.length > 0 &&
          (view === "chart" ? <HistoryChart chunk={chunk} /> : <HistoryTable chunk={chunk} />)}
      </Card>
    </Section>
  );
}
