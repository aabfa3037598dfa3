"use client";
import { Anchor, Table, Text } from "@mantine/core";
import Link from "next/link";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { type Failure, FailureActions } from "./failure-actions.tsx";

/** Clients that were not created, each with its sentence and what a person can do about it. */
export function FailureTable({ chunk, failures }: { chunk: ChunkDashboard; failures: readonly Failure[] }) {
  return (
    <ScrollRegion label="Clients that were not created">
      <Table miw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Reference</Table.Th>
            <Table.Th>Status</Table.Th>
            <Table.Th>What happened</Table.Th>
            <Table.Th>Field</Table.Th>
            <Table.Th>Row</Table.Th>
            <Table.Th ta="right">Attempts</Table.Th>
            <Table.Th>What to do</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {failures.map((failure) => (
            <Table.Tr key={failure.recordId}>
              <Table.Td>
                <Anchor
                  component={Link}
                  href={`/migrations/${chunk.migrationId}/records/${failure.recordId}`}
                  size="sm"
                  underline="always"
                >
                  {failure.reference}
                </Anchor>
              </Table.Td>
              <Table.Td miw={150}>
                <StatusBadge status={failure.status} size="sm" />
              </Table.Td>
              <Table.Td style={{ overflowWrap: "anywhere", minWidth: 240 }}>
                {failure.sentence}
                {failure.code && (
                  <Text size="xs" c="dimmed">
                    {failure.code}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{failure.field}</Table.Td>
              <Table.Td>
                {failure.rowNumber}{" "}
                <Text span c="dimmed" inherit>
                  of {failure.fileName}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{failure.attempts}</Table.Td>
              <Table.Td>
                <FailureActions chunk={chunk} failure={failure} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
