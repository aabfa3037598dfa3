"use client";
import { Anchor, Breadcrumbs, Group, Skeleton, Text } from "@mantine/core";
import Link from "next/link";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readMigration } from "#lib/contracts/migrations.ts";
import { StageStepper } from "./stage-stepper.tsx";

/** The head of every screen of a migration: where we are, and the route. Its facts are read again every few seconds. */
export function MigrationHead({ migrationId }: { migrationId: string }) {
  const migration = useContract(readMigration, { params: { migrationId } }, { refetchInterval: 3000 });
  return (
    <>
      <Group gap="sm" mb={6}>
        <Breadcrumbs component="nav" aria-label="Breadcrumb" separatorMargin={6}>
          <Anchor component={Link} href="/" size="sm">
            Migrations
          </Anchor>
          {migration.data ? (
            <Anchor component={Link} href={`/migrations/${migrationId}`} size="sm" fw={600}>
              {migration.data.name}
            </Anchor>
          ) : (
            <Skeleton h={16} w={140} />
          )}
        </Breadcrumbs>
        {migration.data && <StatusBadge status={migration.data.status} size="sm" />}
        {migration.data && migration.data.workerHeardAt === null && (
          <Text size="xs" c="var(--mantine-color-error)" role="status">
            No worker has been heard for 30 seconds: files are not read and chunks do not move.
          </Text>
        )}
      </Group>
      {migration.error && !migration.data ? (
        <ProblemAlert error={migration.error} onRetry={() => void migration.refetch()} />
      ) : (
        <StageStepper migrationId={migrationId} stages={migration.data?.stages} />
      )}
    </>
  );
}
