"use client";
import { Anchor, Button, Group, Table, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import Link from "next/link";
import { useEffect } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { useAllowed } from "#components/chunks/use-allowed.ts";
import { LoadMore } from "#components/records/load-more.tsx";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { Section } from "#components/records/section.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useContractPages } from "#lib/client/queries.ts";
import { includeRecords, listRecords } from "#lib/contracts/issues.ts";

/** Clients a person left out, each with its reason, and the way back in. `excluded` is their number in the identity. */
export function ExcludedList({ migrationId, excluded }: { migrationId: string; excluded: number }) {
  const prepare = useAllowed("prepare");
  const pages = useContractPages(
    listRecords,
    { params: { migrationId }, query: { readiness: "excluded" } },
    { cursor: "after", nextOf: (reply) => reply.next },
  );
  const include = useCommand(includeRecords);
  const { refetch } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number is the knock; the list is read again when it moves
  useEffect(() => {
    void refetch();
  }, [excluded, refetch]);
  const records = pages.data?.pages.flatMap((page) => page.records) ?? [];
  if (records.length === 0) return <ProblemAlert error={pages.error} />;
  const takeBack = (recordIds: string[]) => include.mutate({ params: { migrationId }, body: { recordIds } });
  return (
    <Section
      title={`${countOf(pages.data?.pages[0]?.total ?? excluded, records.every(({ role }) => role === "client") ? "excluded client" : "excluded record")}`}
    >
      <Text size="sm" c="dimmed" mb="xs">
        They are not sent, and they stay in every count. Whoever is taken back in is checked again.
      </Text>
      <ProblemAlert error={include.error} />
      <ScrollRegion label="Excluded clients">
        <Table miw={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Reference</Table.Th>
              <Table.Th>Name</Table.Th>
              <Table.Th>Row</Table.Th>
              <Table.Th>Reason</Table.Th>
              <Table.Th>{prepare.allowed && "Take back in"}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {records.map((record) => (
              <Table.Tr key={record.id}>
                <Table.Td>
                  <Anchor
                    component={Link}
                    href={`/migrations/${migrationId}/records/${record.id}`}
                    size="sm"
                    underline="always"
                  >
                    {record.reference ?? `row ${record.rowNumber}`}
                  </Anchor>
                </Table.Td>
                <Table.Td>{record.maskedName}</Table.Td>
                <Table.Td>
                  {record.rowNumber}{" "}
                  <Text span c="dimmed" inherit>
                    of {record.fileName}
                  </Text>
                </Table.Td>
                <Table.Td>{record.excludedReason}</Table.Td>
                <Table.Td>
                  {prepare.allowed && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      leftSection={<IconArrowBackUp size={13} aria-hidden />}
                      onClick={() => takeBack([record.id])}
                      disabled={include.isPending}
                      aria-label={`Take back in: ${record.reference ?? `row ${record.rowNumber}`}`}
                    >
                      Take back in
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <LoadMore
        shown={records.length}
        total={pages.data?.pages[0]?.total ?? records.length}
        hasMore={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        noun="excluded clients"
      />
      {prepare.allowed && records.length > 1 && records.length <= 1000 && (
        <Group mt="xs">
          <Button
            variant="default"
            size="xs"
            loading={include.isPending}
            onClick={() => takeBack(records.map((record) => record.id))}
          >
            Take all {records.length} shown back in
          </Button>
        </Group>
      )}
    </Section>
  );
}
