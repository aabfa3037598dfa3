import { Table } from "@mantine/core";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { Instant } from "#components/ui/instant.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { historyPoints, timeOfDay } from "./history-points.ts";

/** The chart's twin: the same running totals as a table, newest first. */
export function HistoryTable({ chunk }: { chunk: ChunkDashboard }) {
  return (
    <ScrollRegion label="Created and not created over time">
      <Table miw={360}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Until</Table.Th>
            <Table.Th ta="right">Created</Table.Th>
            <Table.Th ta="right">Failed or refused</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {historyPoints(chunk.launchedAt, chunk.history)
            .toReversed()
            .map((point) => (
              <Table.Tr key={point.at}>
                <Table.Td>
                  <Instant at={point.at} /> ({timeOfDay(point.at)})
                </Table.Td>
                <Table.Td ta="right">{plainNumber(point.created)}</Table.Td>
                <Table.Td ta="right">{plainNumber(point.failed)}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
