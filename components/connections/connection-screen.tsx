"use client";
import { Anchor, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import Link from "next/link";
import { Section } from "#components/records/section.tsx";
import { useMe } from "#components/shell/me.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listConnections } from "#lib/contracts/connections.ts";
import { accountWords, type Connection } from "./connection.ts";
import { ConnectionSettings } from "./connection-settings.tsx";
import { RemoveConnection } from "./remove-connection.tsx";
import { SmokeSection } from "./smoke-section.tsx";
import { TestButton, useTest } from "./test-button.tsx";
import { TestResult } from "./test-result.tsx";

/** One connection: its settings, and the trial of its account. */
export function ConnectionScreen({ connectionId }: { connectionId: string }) {
  const list = useContract(listConnections);
  const connection = list.data?.connections.find(({ id }) => id === connectionId);
  return (
    <>
      <Anchor component={Link} href="/settings/connections" size="sm">
        <Group component="span" gap={4} mb="xs">
          <IconArrowLeft size={14} aria-hidden />
          Connections
        </Group>
      </Anchor>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={260} />}
      {list.data && !connection && (
        <>
          <PageHead title="Connection" />
          <EmptyState title="There is no such connection" sentence="It may have been removed, or the link is old." />
        </>
      )}
      {connection && <Shown connection={connection} />}
    </>
  );
}

function Shown({ connection }: { connection: Connection }) {
  const me = useMe();
  const test = useTest();
  return (
    <>
      <PageHead
        title={
          <Group component="span" gap="xs">
            {connection.name}
            <EnvironmentBadge environment={connection.environment} />
          </Group>
        }
        description={
          <>
            {accountWords(connection)}
            {connection.testedAt && (
              <>
                . Last tested <Instant at={connection.testedAt} />.
              </>
            )}
          </>
        }
        actions={<TestButton connection={connection} test={test} />}
      />
      <Stack gap="lg">
        {(test.error || test.data) && (
          <div>
            <ProblemAlert error={test.error} />
            {test.data && <TestResult ok={test.data.ok} sentence={test.data.sentence} />}
          </div>
        )}
        <Section title="Settings">
          <ConnectionSettings connection={connection} />
        </Section>
        <SmokeSection connection={connection} />
        {me.may("settle_in") && (
          <Section title="Remove">
            <Text c="dimmed" mb="xs">
              Only a connection that nothing hangs on can be removed.
            </Text>
            <RemoveConnection connection={connection} />
          </Section>
        )}
      </Stack>
    </>
  );
}
