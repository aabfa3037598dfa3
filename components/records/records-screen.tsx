"use client";
import { Button } from "@mantine/core";
import { IconListSearch } from "@tabler/icons-react";
import Link from "next/link";
import { useCallback, useMemo, useState } from "react";
import { useAllowed } from "#components/chunks/use-allowed.ts";
import { plainNumber } from "#components/ui/count-identity.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContractPages } from "#lib/client/queries.ts";
import type { QueryOf } from "#lib/contracts/contract.ts";
import { listRecords } from "#lib/contracts/issues.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { FixesUnderWay } from "./fixes-under-way.tsx";
import { PageSkeleton } from "./page-skeleton.tsx";
import { RecordFilters } from "./record-filters.tsx";
import { RecordGrid } from "./record-grid.tsx";
import { recordsHref } from "./records-href.ts";
import { nounOfFilter, roleOfFilter } from "./role-filter.ts";
import { countSelected, nothingSelected, type Selection } from "./selection.ts";
import { useRecordFilter } from "./use-record-filter.ts";

/** Records: every client of the migration, wherever it stands. */
export function RecordsScreen({ migrationId }: { migrationId: string }) {
  const [filter, change] = useRecordFilter(migrationId);
  const query = listRecords.query.safeParse({ ...filter, role: roleOfFilter(filter) });
  const href = recordsHref(migrationId, filter);
  return (
    <>
      <PageHead
        title="Records"
        description="Every client of this migration, wherever it stands, and the associates of its companies. Names are masked; open a client to see where each value came from and what Passfort answered."
      />
      <RecordFilters migrationId={migrationId} filter={filter} onChange={change} />
      <FixesUnderWay migrationId={migrationId} />
      {query.success ? (
        <FoundRecords
          key={href}
          migrationId={migrationId}
          href={href}
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

type Found = {
  migrationId: string;
  query: QueryOf<typeof listRecords>;
  /** The address of this list. */
  href: string;
  isFiltered: boolean;
  noun: string;
};

function FoundRecords({ migrationId, query, href, isFiltered, noun }: Found) {
  const prepare = useAllowed("prepare");
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const pages = useContractPages(
    listRecords,
    { params: { migrationId }, query },
    { cursor: "after", nextOf: (reply) => reply.next },
  );
  const records = useMemo(() => pages.data?.pages.flatMap((page) => page.records) ?? [], [pages.data]);
  const { fetchNextPage } = pages;
  const readMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  if (pages.isPending) return <PageSkeleton what="the clients" />;
  if (!pages.data) return <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />;
  if (records.length === 0)
    return isFiltered ? <NothingMatches migrationId={migrationId} /> : <NobodyYet migrationId={migrationId} />;
  const total = pages.data.pages.at(-1)?.total ?? records.length;
  const chosen = countSelected(selection, total);
  return (
    <>
      <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />
      {chosen > 0 && (
        <BulkBar
          chosen={{
            migrationId,
            chosen: selection.kind === "all" ? { filter: query } : { filter: query, ids: [...selection.ids] },
            isAll: selection.kind === "all",
            words: `${plainNumber(chosen)} ${chosen === 1 ? noun.replace(/s$/, "") : noun}`,
          }}
          onDone={() => setSelection(nothingSelected)}
        />
      )}
      <RecordGrid
        records={records}
        total={total}
        noun={noun}
        hasMore={pages.hasNextPage}
        isReading={pages.isFetchingNextPage}
        onMore={readMore}
        migrationId={migrationId}
        href={href}
        selection={selection}
        onSelection={prepare.allowed ? setSelection : undefined}
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
