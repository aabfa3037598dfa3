import { Anchor, Card, Table, Text } from "@mantine/core";
import Link from "next/link";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { Section } from "#components/records/section.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readReport } from "#lib/contracts/report.ts";

type Props = { chunks: ReplyOf<typeof readReport>["chunks"]; migrationId: string };

/** Each chunk: how many clients it was to bring over, and how many it did. */
export function ChunkTable({ chunks, migrationId }: Props) {
  return (
    <Section title="Chunks: planned and actual">
      <Card p={chunks.length === 0 ? "md" : 0}>
        {chunks.length === 0 ? (
          <Text c="dimmed">No chunk has been drafted yet.</Text>
        ) : (
          <ScrollRegion label="Table of chunks">
            <Table miw={480}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Chunk</Table.Th>
                  <Table.Th>Status</Table.Th>
                  <Table.Th ta="right">Planned</Table.Th>
                  <Table.Th ta="right">Created</Table.Th>
                  <Table.Th ta="right">Not created</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {chunks.map((chunk) => (
                  <Table.Tr key={chunk.id}>
                    <Table.Td>
                      <Anchor
                        component={Link}
                        href={`/migrations/${migrationId}/chunks/${chunk.id}`}
                        size="sm"
                        underline="always"
                      >
                        Chunk {chunk.number}
                      </Anchor>
                    </Table.Td>
                    <Table.Td miw={150}>
                      <StatusBadge status={chunk.status} size="sm" />
                    </Table.Td>
                    <Table.Td ta="right">{plainNumber(chunk.clients)}</Table.Td>
                    <Table.Td ta="right">{plainNumber(chunk.created)}</Table.Td>
                    <Table.Td ta="right">{plainNumber(chunk.notCreated)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollRegion>
        )}
      </Card>
    </Section>
  );
}
