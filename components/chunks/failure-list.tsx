"use client";
import { Anchor, Skeleton, Table, Text } from "@mantine/core";
import Link from "next/link";
import { useEffect } from "react";
import { LoadMore } from "#components/records/load-more.tsx";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { Section } from "#components/records/section.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { useContractPages } from "#lib/client/queries.ts";
import { listFailures } from "#lib/contracts/chunks.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { FailureActions } from "./failure-actions.tsx";
import { notCreatedOf } from "./identity-rows.ts";

/** Clients of the chunk that are not in Passfort, each with its sentence. */
export function FailureList({ chunk }: { chunk: ChunkDashboard }) {
  const pages = useContractPages(
    listFailures,
    { params: { chunkId: chunk.id } },
    { cursor: "after", nextOf: (reply) => reply.next },
  );
  const notCreated = notCreatedOf(chunk.deliveries);
  const { refetch } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number is the knock; the list is read again when it moves
  useEffect(() => {
    void refetch();
  }, [notCreated, refetch]);
  const failures = pages.data?.pages.flatMap((page) => page.failures) ?? [];
  return (
    <Section title="Not created">
      <ProblemAlert error={pages.error} onRetry={() => void refetch()} />
      {pages.isPending && <Skeleton height={80} />}
      {pages.data && failures.length === 0 && (
        <Text c="dimmed">Nobody: Passfort has refused no client of this chunk, and none has failed.</Text>
      )}
      {failures.length > 0 && (
        <>
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
          <LoadMore
            shown={failures.length}
            total={pages.data?.pages[0]?.total ?? failures.length}
            hasMore={pages.hasNextPage}
            loading={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
            noun="clients"
          />
        </>
      )}
    </Section>
  );
}
