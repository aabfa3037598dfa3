"use client";
import { Anchor, Button, Group, Skeleton, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconRefresh } from "@tabler/icons-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { LoadMore } from "#components/records/load-more.tsx";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { Section } from "#components/records/section.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useContractPages } from "#lib/client/queries.ts";
import { listGaps, sendGaps } from "#lib/contracts/gaps.ts";
import { isSentAgain } from "#lib/domain/sent-again.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { Guarded } from "./guarded.tsx";
import { type LeavableGap, LeaveGapButton, LeaveGapDialog } from "./leave-gap.tsx";
import { countOf } from "./number-words.ts";
import { SettleAssociateButton, SettleAssociateDialog, type UndecidedAssociate } from "./settle-associate.tsx";

/** What is missing of clients that were created all the same, each with its sentence; nothing where nothing is missing. */
export function GapList({ chunk }: { chunk: ChunkDashboard }) {
  const [leaving, setLeaving] = useState<LeavableGap | null>(null);
  const [settling, setSettling] = useState<UndecidedAssociate | null>(null);
  return (
    <>
      {leaving && <LeaveGapDialog chunkId={chunk.id} gap={leaving} onClose={() => setLeaving(null)} />}
      {settling && <SettleAssociateDialog chunkId={chunk.id} associate={settling} onClose={() => setSettling(null)} />}
      {chunk.withGaps > 0 && <Gaps chunk={chunk} onLeave={setLeaving} onSettle={setSettling} />}
    </>
  );
}

type Acts = { onLeave: (gap: LeavableGap) => void; onSettle: (associate: UndecidedAssociate) => void };

function Gaps({ chunk, onLeave, onSettle }: { chunk: ChunkDashboard } & Acts) {
  const pages = useContractPages(
    listGaps,
    { params: { chunkId: chunk.id } },
    { cursor: "after", nextOf: (reply) => reply.next },
  );
  const { refetch } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number is the knock; the list is read again when it moves
  useEffect(() => {
    void refetch();
  }, [chunk.withGaps, refetch]);
  const send = useCommand(sendGaps, {
    onDone: ({ requeued }) =>
      notifications.show({
        title: "Sent again",
        message: `What is missing of ${countOf(requeued, "client")} is queued once more.`,
        color: "green",
      }),
  });
  const first = pages.data?.pages[0];
  const gaps = pages.data?.pages.flatMap((page) => page.gaps) ?? [];
  return (
    <Section
      title="Created with gaps"
      aside={
        isSentAgain[chunk.status] &&
        first &&
        first.sendable > 0 && (
          <Guarded permission="launch">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => send.mutate({ params: { chunkId: chunk.id }, body: {} })}
              loading={send.isPending}
            >
              Send the gaps of {countOf(first.sendable, "client")} again
            </Button>
          </Guarded>
        )
      }
    >
      <Text c="dimmed" size="sm" mb="xs">
        {countOf(chunk.withGaps, "client")} of this chunk {chunk.withGaps === 1 ? "exists" : "exist"} in Passfort, but
        something of {chunk.withGaps === 1 ? "it" : "them"} is missing, or is not there as it was sent. Sending again
        sends only what is missing, and reads what differs once more. What differs can also be left as it is.
      </Text>
      <ProblemAlert error={send.error} />
      <ProblemAlert error={pages.error} onRetry={() => void refetch()} />
      {pages.isPending && <Skeleton height={80} />}
      {gaps.length > 0 && (
        <>
          <ScrollRegion label="What is missing of created clients">
            <Table miw={640}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Client</Table.Th>
                  <Table.Th>What is missing or differs</Table.Th>
                  <Table.Th>Why</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {gaps.map((gap) => (
                  <Table.Tr key={gap.id}>
                    <Table.Td>
                      <Anchor
                        component={Link}
                        href={`/migrations/${chunk.migrationId}/records/${gap.recordId}`}
                        size="sm"
                        underline="always"
                      >
                        {gap.reference}
                      </Anchor>
                    </Table.Td>
                    <Table.Td style={{ overflowWrap: "anywhere" }}>{gap.what}</Table.Td>
                    <Table.Td style={{ overflowWrap: "anywhere", minWidth: 240 }}>
                      {gap.sentence}
                      <Text size="xs" c="dimmed">
                        {gap.code}
                      </Text>
                      {gap.alike !== null && (
                        <LeaveGapButton
                          reference={gap.reference}
                          onClick={() => onLeave({ ...gap, stepId: gap.id, alike: gap.alike ?? 1 })}
                        />
                      )}
                      {gap.maySettle && isSentAgain[chunk.status] && (
                        <SettleAssociateButton what={gap.what} onClick={() => onSettle({ ...gap, stepId: gap.id })} />
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollRegion>
          <Group>
            <LoadMore
              shown={gaps.length}
              total={first?.total ?? gaps.length}
              hasMore={pages.hasNextPage}
              loading={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
              noun="gaps"
            />
          </Group>
        </>
      )}
    </Section>
  );
}
