"use client";
import { BarChart } from "@mantine/charts";
import { Box } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { failureCodeWords } from "./failure-code-words.ts";

const codesShown = 12;

/** Errors by code as bars. The table beside it has every code and every number. */
export function FailureCodesChart({ codes }: { codes: ChunkDashboard["failureCodes"] }) {
  const bars = codes.slice(0, codesShown).map(({ code, status, count }) => ({
    code: `${failureCodeWords(code)} (${status})`,
    clients: count,
  }));
  const first = bars[0];
  return (
    <Box
      role="img"
      aria-label={`Chart of clients that went wrong by code${first ? `; most often ${first.code}, ${plainNumber(first.clients)}` : ""}. The table has every number.`}
    >
      <BarChart
        h={Math.max(90, bars.length * 38 + 30)}
        data={bars}
        dataKey="code"
        orientation="vertical"
        yAxisProps={{ width: 170, tick: { fontSize: 12, fill: "currentColor" } }}
        xAxisProps={{ allowDecimals: false }}
        series={[{ name: "clients", label: "Clients", color: "orange.6" }]}
        barProps={{ isAnimationActive: false, maxBarSize: 22 }}
        valueFormatter={plainNumber}
        accessibilityLayer={false}
      />
    </Box>
  );
}
