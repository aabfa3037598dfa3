"use client";
import { Button } from "@mantine/core";
import { IconListSearch } from "@tabler/icons-react";
import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContractPages } from "#lib/client/queries.ts";
import type { QueryOf } from "#lib/contracts/contract.ts";
import { listRecords } from "#lib/contracts/issues.ts";
import { LoadMore } from "./load-more.tsx";
import { PageSkeleton } from "./page-skeleton.tsx";
import { RecordFilters } from "./record-filters.tsx";
import { RecordTable } from "./record-table.tsx";
import { recordsHref } from "./records-href.ts";
import { nounOfFilter, roleOfFilter } from "./role-filter.ts";
import { useRecordFilter } from "./use-record-filter.ts";

/** Records: every client of the migration, wherever it stands. */
export function RecordsScreen({ migrationId }: { migrationId: string }) {
  const [filter, change] = useRecordFilter(migrationId);
  const query = listRecords.query.safeParse({ ...filter, role: roleOfFilter(filter) });
  return (
    <>
      <PageHead
        title="Records"
        description="Every client of this migration, wherever it stands, and the associates of its companies. Names are masked; open a client to see where each value came from and what Passfort answered."
      />
      <RecordFilters filter={filter} onChange={change} />
      {query.success ? (
        <FoundRecords
          migrationId={migrationId}
          query={query.data}
          isFiltered={Object.keys(filter).length > 0}
          noun={nounOfFilter(filter)}
        />
      ) : (
        <NothingMatches migrationId={migrationId} />
      )}
    </>
  );
}

type Found = { migrationId: string; query: QueryOf<typeof listRecords>; isFiltered: boolean; noun: string };

function FoundRecords({ migrationId, query, isFiltered, noun }: Found) {
  const pages = useContractPages(
    listRecords,
    { params: { migrationId }, query },
    { cursor: "after", nextOf: (reply) => reply.next },
  );
  const records = pages.data?.pages.flatMap((page) => page.records) ?? [];
  if (pages.isPending) return <PageSkeleton what="the clients" />;
  if (!pages.data) return <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />;
  if (records.length === 0)
    return isFiltered ? <NothingMatches migrationId={migrationId} /> : <NobodyYet migrationId={migrationId} />;
  return (
    <>
      <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />
      <RecordTable records={records} migrationId={migrationId} />
      <LoadMore
        shown={records.length}
        total={pages.data.pages[0]?.total ?? records.length}
        hasMore={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        noun={noun}
      />
    </>
  );
}

function NothingMatches({ migrationId }: { migrationId: string }) {
  return (
    <EmptyState
      icon={<IconListSearch size={22} />}
      title="Nothing matches"
      sentence="Nobody in this migration fits what you asked for. Take a filter away, or search for part of a name or reference."
      action={
        <Button component={Link} href={recordsHref(migrationId)} variant="default">
          Show all clients
        </Button>
      }
    />
  );
}

function NobodyYet({ migrationId }: { migrationId: string }) {
  return (
    <EmptyState
      title="No clients yet"
      sentence="Clients appear here when a file has been uploaded and mapped. Each row becomes one client with its history."
      action={
        <Button component={Link} href={`/migrations/${migrationId}/files`}>
          Go to the files
        </Button>
      }
    />
  );
}
