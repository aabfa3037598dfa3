"use client";
import { Button, Center, Skeleton, Stack, Text } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContractPages } from "#lib/client/queries.ts";
import { listAudit } from "#lib/contracts/people.ts";
import { AuditTable } from "./audit-table.tsx";

export function AuditScreen() {
  const audit = useContractPages(listAudit, {}, { cursor: "before", nextOf: (reply) => reply.next });
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <PageHead
        title="Audit log"
        description="Who did what, when, to what, and how it ended; refused tries too. Entries are only ever added."
      />
      <Stack gap="sm">
        <ProblemAlert error={audit.error} onRetry={() => void audit.refetch()} />
        {audit.isPending && <Skeleton h={240} />}
        {audit.data && entries.length === 0 && (
          <EmptyState
            icon={<IconListCheck size={22} />}
            title="Nothing was done yet"
            sentence="The first act in the panel will be the first entry."
          />
        )}
        {entries.length > 0 && <AuditTable entries={entries} />}
        {entries.length > 0 && (
          <Center>
            {audit.hasNextPage ? (
              <Button variant="default" loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
                Show older entries
              </Button>
            ) : (
              <Text size="xs" c="dimmed">
                This is the beginning of the log.
              </Text>
            )}
          </Center>
        )}
      </Stack>
    </>
  );
}
