"use client";
import { AreaChart, CompositeChart, LineChart } from "@mantine/charts";
import { Box, Stack, Text } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";
import { millisecondWords } from "./duration-words.ts";
import { timeOfDay } from "./history-points.ts";
import { type PacePoint, paceSeries } from "./pace-series.ts";

/** Three pictures over the same time, one under the other: how fast, how fast Passfort answers, and how much of what is allowed is in use. */
export function PaceCharts({ points }: { points: PacePoint[] }) {
  const data = points.map((point) => ({ ...point, time: Date.parse(point.at) }));
  return (
    <Stack gap="md">
      {paceSeries(points).map(({ key, title, saying }) => (
        <Box key={key}>
          <Text size="sm" fw={500} mb={4} aria-hidden>
            {title}
          </Text>
          <Box role="img" aria-label={`Chart of ${title.toLowerCase()}: ${saying}. The table has every number.`}>
            {charts[key](data)}
          </Box>
        </Box>
      ))}
    </Stack>
  );
}

type Drawn = PacePoint & { time: number };

/** The chart asks for a label also while the pointer is nowhere. */
const shownTime = (time: unknown): string => (typeof time === "number" ? timeOfDay(new Date(time).toISOString()) : "");

const overTime = {
  h: 150,
  dataKey: "time",
  withDots: false,
  accessibilityLayer: false,
  xAxisProps: {
    type: "number",
    scale: "time",
    domain: ["dataMin", "dataMax"],
    minTickGap: 40,
    tickFormatter: shownTime,
  },
  // The same for all three, so that one moment stands under the other.
  yAxisProps: { width: 56, allowDecimals: false, tickCount: 4 },
  tooltipProps: { labelFormatter: shownTime },
} as const;

const charts = {
  perMinute: (data: Drawn[]) => (
    <AreaChart
      {...overTime}
      data={data}
      series={[{ name: "perMinute", label: "Clients a minute", color: "blue.6" }]}
      areaProps={{ isAnimationActive: false }}
      curveType="linear"
      valueFormatter={(value) => plainNumber(Math.round(value))}
    />
  ),
  p95Ms: (data: Drawn[]) => (
    <LineChart
      {...overTime}
      // An interval between two without an answer is a point and no line.
      withDots
      dotProps={{ r: 2 }}
      data={data}
      series={[{ name: "p95Ms", label: "95 % of creates within", color: "grape.6" }]}
      connectNulls={false}
      lineProps={{ isAnimationActive: false }}
      curveType="linear"
      valueFormatter={millisecondWords}
    />
  ),
  inFlight: (data: Drawn[]) => (
    <CompositeChart
      {...overTime}
      data={data}
      series={[
        { name: "inFlight", label: "Most at once", color: "teal.6", type: "area" },
        { name: "processes", label: "Allowed (dashed)", color: "orange.7", type: "line", strokeDasharray: "6 3" },
      ]}
      withLegend
      h={180}
      areaProps={{ isAnimationActive: false }}
      lineProps={{ isAnimationActive: false }}
      curveType="stepBefore"
      valueFormatter={plainNumber}
    />
  ),
} as const;
