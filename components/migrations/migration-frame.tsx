"use client";
import { Anchor, Breadcrumbs, Button, Group, Skeleton, Text } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readMigration } from "#lib/contracts/migrations.ts";
import { StageStepper } from "./stage-stepper.tsx";

/**
 * Around every screen of a migration: where we are, the route, then the screen. The facts are read again every few seconds.
 * Of a migration that is not there, or cannot be read, one sentence is shown instead of a screen.
 */
export function MigrationFrame({ migrationId, children }: { migrationId: string; children: ReactNode }) {
  const migration = useContract(
    readMigration,
    { params: { migrationId } },
    { refetchInterval: ({ state }) => (state.data ? 3000 : false) },
  );
  if (migration.error && !migration.data) {
    return (
      <>
        <PageHead
          title="This migration cannot be shown"
          actions={
            <Button component={Link} href="/" variant="default">
              To the migrations
            </Button>
          }
        />
        <ProblemAlert error={migration.error} onRetry={() => void migration.refetch()} />
      </>
    );
  }
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
        {migration.data?.workerHeardAt === null && (
          <Text size="xs" c="var(--mantine-color-error)" role="status">
            No worker has been heard for 30 seconds: files are not read and chunks do not move.
          </Text>
        )}
      </Group>
      <StageStepper migrationId={migrationId} stages={migration.data?.stages} />
      {children}
    </>
  );
}
