"use client";
import { Button, Skeleton, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconStack2 } from "@tabler/icons-react";
import { useMe } from "#components/shell/me.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listMigrations } from "#lib/contracts/migrations.ts";
import { CreateMigration } from "./create-migration.tsx";
import { MigrationsTable } from "./migrations-table.tsx";

export function MigrationsScreen() {
  const me = useMe();
  const list = useContract(listMigrations, {}, { refetchInterval: 10_000 });
  const [isCreating, creating] = useDisclosure(false);
  const start = me.may("prepare") ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
      New migration
    </Button>
  ) : null;
  const isEmpty = list.data?.migrations.length === 0;

  return (
    <>
      <PageHead
        title="Migrations"
        description="Each migration brings one client book over to Passfort."
        actions={isEmpty ? null : start}
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && (
        <Stack gap="xs" aria-busy="true">
          <Skeleton h={36} />
          <Skeleton h={52} />
          <Skeleton h={52} />
        </Stack>
      )}
      {isEmpty && (
        <EmptyState
          icon={<IconStack2 size={22} />}
          title="No client book is moving yet"
          sentence={`A migration takes the export of one legacy system and carries it along: files, mapping, review, plan, chunks, records, report. You can leave at any step; a colleague can go on from there.${me.may("prepare") ? "" : " An operator starts one."}`}
          action={start}
        />
      )}
      {list.data && !isEmpty && <MigrationsTable migrations={list.data.migrations} />}
      <CreateMigration opened={isCreating} onClose={creating.close} />
    </>
  );
}
