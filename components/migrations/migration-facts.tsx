import { Anchor, Card, Group, Text, Title } from "@mantine/core";
import { IconHeartbeat, IconHeartOff } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readMigration } from "#lib/contracts/migrations.ts";

/** Where the clients go, whether somebody works, and who began. */
export function MigrationFacts({ migration }: { migration: ReplyOf<typeof readMigration> }) {
  return (
    <Card component="section" aria-labelledby="facts-title">
      <Title order={2} id="facts-title" mb="sm">
        Around it
      </Title>
      <Group component="dl" gap="xl" m={0} align="flex-start">
        <Fact label="Connection">
          {migration.environment ? (
            <Group gap="xs">
              <EnvironmentBadge environment={migration.environment} size="sm" />
              {migration.connectionName}
            </Group>
          ) : (
            <>
              Chosen in the{" "}
              <Anchor component={Link} href={`/migrations/${migration.id}/plan`} size="sm" underline="always">
                plan
              </Anchor>
            </>
          )}
        </Fact>
        <Fact label="Worker">
          {migration.workerHeardAt ? (
            <Group gap={6}>
              <IconHeartbeat size={16} aria-hidden color="var(--mantine-color-green-text)" />
              Heard at <Instant at={migration.workerHeardAt} />
            </Group>
          ) : (
            <Group gap={6}>
              <IconHeartOff size={16} aria-hidden color="var(--mantine-color-error)" />
              Not heard for 30 seconds. Nothing is lost; work goes on when one starts.
            </Group>
          )}
        </Fact>
        <Fact label="Started">
          <Instant at={migration.createdAt} /> by {migration.createdByName}
        </Fact>
      </Group>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0}>
        {children}
      </Text>
    </div>
  );
}
