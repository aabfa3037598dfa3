import { Anchor, Paper, Table, Text } from "@mantine/core";
import Link from "next/link";
import { plainNumber } from "#components/ui/count-identity.ts";
import { Instant } from "#components/ui/instant.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listMigrations } from "#lib/contracts/migrations.ts";
import { stageHref } from "./stage-looks.ts";

type Summary = ReplyOf<typeof listMigrations>["migrations"][number];

export function MigrationsTable({ migrations }: { migrations: Summary[] }) {
  return (
    <Paper>
      <Table.ScrollContainer minWidth={820}>
        <Table highlightOnHover captionSide="top">
          <Table.Caption>Migrations, newest first</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Migration</Table.Th>
              <Table.Th scope="col">Status</Table.Th>
              <Table.Th scope="col">Whose move</Table.Th>
              <Table.Th scope="col" ta="right">
                Clients
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Created
              </Table.Th>
              <Table.Th scope="col">Started</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {migrations.map((migration) => (
              <Row key={migration.id} migration={migration} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Row({ migration }: { migration: Summary }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Anchor component={Link} href={`/migrations/${migration.id}`} fw={600} size="sm">
          {migration.name}
        </Anchor>
        <Text size="xs" c="dimmed">
          from {migration.sourceSystem}
        </Text>
      </Table.Th>
      <Table.Td>
        <StatusBadge status={migration.status} />
      </Table.Td>
      <Table.Td>
        <Text fw={550}>{migration.move.who}</Text>
        <Anchor component={Link} href={stageHref(migration.id, migration.move.stage)} size="xs">
          {migration.move.what}
        </Anchor>
      </Table.Td>
      <Table.Td ta="right">{plainNumber(migration.counts.clients)}</Table.Td>
      <Table.Td ta="right">{plainNumber(migration.counts.created)}</Table.Td>
      <Table.Td>
        <Instant at={migration.createdAt} />
        <Text size="xs" c="dimmed">
          by {migration.createdByName}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
