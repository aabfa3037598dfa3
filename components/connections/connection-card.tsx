"use client";
import { Anchor, Button, Card, Group, SimpleGrid, Title } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import Link from "next/link";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { accountWords, type Connection } from "./connection.ts";
import { Fact } from "./fact.tsx";
import { TestButton, useTest } from "./test-button.tsx";
import { TestResult } from "./test-result.tsx";

/** One Passfort account: who it says it is, and when that was last tried. */
export function ConnectionCard({ connection }: { connection: Connection }) {
  const test = useTest();
  const href = `/settings/connections/${connection.id}`;
  return (
    <Card component="li">
      <Group justify="space-between" gap="sm" mb="sm">
        <Group gap="xs">
          <Title order={2}>
            <Anchor component={Link} href={href} inherit c="inherit" underline="hover">
              {connection.name}
            </Anchor>
          </Title>
          <EnvironmentBadge environment={connection.environment} />
        </Group>
        <Group gap="xs">
          <TestButton connection={connection} test={test} />
          <Button
            size="xs"
            variant="default"
            component={Link}
            href={href}
            leftSection={<IconSettings size={14} aria-hidden />}
            aria-label={`Settings and smoke runs of ${connection.name}`}
          >
            Settings and smoke runs
          </Button>
        </Group>
      </Group>
      <ProblemAlert error={test.error} />
      {test.data && <TestResult ok={test.data.ok} sentence={test.data.sentence} />}
      <SimpleGrid component="dl" cols={{ base: 1, sm: 2, lg: 5 }} spacing="sm" m={0} mt="xs">
        <Fact label="Address">{connection.baseUrl}</Fact>
        <Fact label="Institution and key">{accountWords(connection)}</Fact>
        <Fact label="Last tested">{connection.testedAt ? <Instant at={connection.testedAt} /> : "Never"}</Fact>
        <Fact label="Last webhook heard">
          {connection.lastWebhookAt ? <Instant at={connection.lastWebhookAt} /> : "None yet"}
        </Fact>
        <Fact label="Last smoke run">
          {connection.smoke ? (
            <Group component="span" gap={6}>
              <Instant at={connection.smoke.at} />
              <StatusBadge status={connection.smoke.status} size="sm" />
            </Group>
          ) : (
            "None yet"
          )}
        </Fact>
      </SimpleGrid>
    </Card>
  );
}
