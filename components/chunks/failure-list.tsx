"use client";
import { Skeleton, Text } from "@mantine/core";
import { useEffect } from "react";
import { LoadMore } from "#components/records/load-more.tsx";
import { Section } from "#components/records/section.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContractPages } from "#lib/client/queries.ts";
import { listFailures } from "#lib/contracts/chunks.ts";
import { notCreatedStatuses } from "#lib/domain/failure-filter.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { FailureFilters } from "./failure-filters.tsx";
import { FailureTable } from "./failure-table.tsx";
import { notCreatedOf } from "./identity-rows.ts";
import { RetryFiltered } from "./retry-filtered.tsx";
import { useFailureFilter } from "./use-failure-filter.ts";

/** Clients of the chunk that are not in Passfort, each with its sentence; narrowed by a filter, whose failed ones can be sent again. */
export function FailureList({ chunk }: { chunk: ChunkDashboard }) {
  const [filter, setFilter] = useFailureFilter(chunk);
  const pages = useContractPages(
    listFailures,
    { params: { chunkId: chunk.id }, query: filter },
    { cursor: "after", nextOf: (reply) => reply.next },
  );
  const standing = notCreatedStatuses.map((status) => chunk.deliveries[status]).join(" ");
  const { refetch } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are the knock; the list is read again when one moves
  useEffect(() => {
    void refetch();
  }, [standing, refetch]);
  const first = pages.data?.pages[0];
  const failures = pages.data?.pages.flatMap((page) => page.failures) ?? [];
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Section title="Not created">
      {(isFiltered || notCreatedOf(chunk.deliveries) > 0) && (
        <FailureFilters chunk={chunk} filter={filter} onChange={setFilter} fitting={first?.total}>
          {first && <RetryFiltered chunk={chunk} filter={filter} counts={first.counts} />}
        </FailureFilters>
      )}
      <ProblemAlert error={pages.error} onRetry={() => void refetch()} />
      {pages.isPending && <Skeleton height={80} />}
      {first && failures.length === 0 && (
        <Text c="dimmed">
          {isFiltered
            ? "None of the clients that were not created fits. Change the filter, or take it off."
            : "Nobody: Passfort has refused no client of this chunk, and none has failed."}
        </Text>
      )}
      {first && failures.length > 0 && (
        <>
          <FailureTable chunk={chunk} failures={failures} />
          <LoadMore
            shown={failures.length}
            total={first.total}
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
