"use client";
import { Anchor, Button, Group, Skeleton, Table, Text } from "@mantine/core";
import Link from "next/link";
import { useEffect } from "react";
import { useAllowed } from "#components/chunks/use-allowed.ts";
import { LoadMore } from "#components/records/load-more.tsx";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useContractPages } from "#lib/client/queries.ts";
import { listMatches, takeBackDecision } from "#lib/contracts/existing-profiles.ts";
import { matchGroundsWords } from "#lib/domain/profile-match.ts";
import type { Deciding } from "./decide-dialog.tsx";
import type { Match, MatchListName } from "./existing.ts";

type Props = {
  migrationId: string;
  list: MatchListName;
  total: number;
  /** Moves when the counts do; the list is read again then. */
  standing: string;
  onDecide: (deciding: Deciding) => void;
};

/** Clients beside the profiles they could be, each with what speaks for it. */
export function MatchTable({ migrationId, list, total, standing, onDecide }: Props) {
  const pages = useContractPages(
    listMatches,
    { params: { migrationId }, query: { list } },
    { cursor: "after", nextOf: (reply) => reply.next },
  );
  const { refetch } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts are the knock; the list is read again when they move
  useEffect(() => {
    void refetch();
  }, [standing, refetch]);
  const takeBack = useCommand(takeBackDecision);
  const prepare = useAllowed("prepare");
  const matches = pages.data?.pages.flatMap((page) => page.matches) ?? [];
  if (pages.isPending) return <Skeleton height={120} />;
  return (
    <>
      <ProblemAlert error={pages.error} onRetry={() => void refetch()} />
      <ProblemAlert error={takeBack.error} />
      <ScrollRegion label="Matches">
        <Table miw={760}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Client</Table.Th>
              <Table.Th>Existing profile</Table.Th>
              <Table.Th>What speaks for it</Table.Th>
              <Table.Th>Acts</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {matches.map((match) => (
              <Table.Tr key={match.id}>
                <Table.Td miw={150}>
                  <Anchor
                    component={Link}
                    href={`/migrations/${migrationId}/records/${match.recordId}`}
                    size="sm"
                    underline="always"
                    prefetch={false}
                  >
                    {match.reference || "no reference"}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {match.maskedName}
                  </Text>
                </Table.Td>
                <Table.Td style={{ overflowWrap: "anywhere", minWidth: 180 }}>{match.profileId}</Table.Td>
                <Table.Td style={{ minWidth: 220 }}>
                  {matchGroundsWords[match.grounds]}
                  {match.decidedAt && (
                    <Text size="sm" c="dimmed">
                      {match.decidedByName} on <Instant at={match.decidedAt} />: {match.reason}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {prepare.allowed && list === "undecided" && <Acts match={match} onDecide={onDecide} />}
                  {prepare.allowed && (list === "adopt" || list === "create") && (
                    <Button
                      size="xs"
                      variant="default"
                      loading={takeBack.isPending && takeBack.variables.params?.matchId === match.id}
                      onClick={() => takeBack.mutate({ params: { migrationId, matchId: match.id } })}
                    >
                      Take back
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <LoadMore
        shown={matches.length}
        total={total}
        hasMore={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        noun="matches"
      />
    </>
  );
}

function Acts({ match, onDecide }: { match: Match; onDecide: Props["onDecide"] }) {
  const what = { matchIds: [match.id] };
  const name = match.reference || "this client";
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="xs"
        variant="default"
        aria-label={`Take over the profile for ${name}`}
        onClick={() => onDecide({ what, count: 1, decision: "adopt", title: `Is the existing profile ${name}?` })}
      >
        Take over
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={`Somebody else than ${name}`}
        onClick={() =>
          onDecide({ what, count: 1, decision: "create", title: `Is the existing profile somebody else than ${name}?` })
        }
      >
        Somebody else
      </Button>
    </Group>
  );
}
