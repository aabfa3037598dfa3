"use client";
import { AreaChart } from "@mantine/charts";
import { Box } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { historyPoints, timeOfDay } from "./history-points.ts";
import { countOf } from "./number-words.ts";

/** Running totals since the launch. The dashed line is what was not created, so that colour is not needed to tell them apart. */
export function HistoryChart({ chunk }: { chunk: ChunkDashboard }) {
  const points = historyPoints(chunk.launchedAt, chunk.history).map((point) => ({
    time: Date.parse(point.at),
    created: point.created,
    failed: point.failed,
  }));
  const last = points.at(-1);
  return (
    <Box
      role="img"
      aria-label={`Chart of clients created and not created since the launch; now ${countOf(last?.created ?? 0, "client")} created and ${plainNumber(last?.failed ?? 0)} not. The table has every number.`}
    >
      <AreaChart
        h={240}
        data={points}
        dataKey="time"
        series={[
          { name: "created", label: "Created", color: "green.7" },
          { name: "failed", label: "Failed or refused (dashed)", color: "orange.6", strokeDasharray: "6 3" },
        ]}
        curveType="stepAfter"
        withDots={false}
        withLegend
        accessibilityLayer={false}
        areaProps={{ isAnimationActive: false }}
        valueFormatter={plainNumber}
        xAxisProps={{
          type: "number",
          scale: "time",
          domain: ["dataMin", "dataMax"],
          minTickGap: 40,
          tickFormatter: shownTime,
        }}
        tooltipProps={{ labelFormatter: shownTime }}
      />
    </Box>
  );
}

/** The chart asks for a label also while the pointer is nowhere. */
const shownTime = (time: unknown): string => (typeof time === "number" ? timeOfDay(new Date(time).toISOString()) : "");
