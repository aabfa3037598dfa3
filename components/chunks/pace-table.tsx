import { Table } from "@mantine/core";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { Instant } from "#components/ui/instant.tsx";
import { millisecondWords } from "./duration-words.ts";
import { timeOfDay } from "./history-points.ts";
import type { PacePoint } from "./pace-series.ts";

/** The twin of the charts: the same numbers as a table, newest first. */
export function PaceTable({ points }: { points: PacePoint[] }) {
  return (
    <ScrollRegion label="The pace as a table">
      <Table miw={680}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Until</Table.Th>
            {["Clients ended", "A minute", "Calls", "95 % of creates within", "Most in flight", "Allowed"].map(
              (head) => (
                <Table.Th key={head} ta="right">
                  {head}
                </Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.toReversed().map((point) => (
            <Table.Tr key={point.at}>
              <Table.Td>
                <Instant at={point.at} /> ({timeOfDay(point.at)})
              </Table.Td>
              <Table.Td ta="right">{plainNumber(point.clients)}</Table.Td>
              <Table.Td ta="right">{plainNumber(Math.round(point.perMinute))}</Table.Td>
              <Table.Td ta="right">{plainNumber(point.calls)}</Table.Td>
              <Table.Td ta="right">{point.p95Ms === null ? "–" : millisecondWords(point.p95Ms)}</Table.Td>
              <Table.Td ta="right">{plainNumber(point.inFlight)}</Table.Td>
              <Table.Td ta="right">{plainNumber(point.processes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
