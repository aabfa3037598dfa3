"use client";
import { Alert, Button, Card, Group, SimpleGrid, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconPlugConnected } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { z } from "zod";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { type connectionSchema, testConnection } from "#lib/contracts/connections.ts";
import { WebhookAddress } from "./webhook-address.tsx";

/** One Passfort account: who it says it is, when that was last tried, and where its webhooks go. */
export function ConnectionCard({ connection }: { connection: z.infer<typeof connectionSchema> }) {
  const test = useCommand(testConnection, { invalidates: ["/api/connections"] });
  return (
    <Card component="li">
      <Group justify="space-between" gap="sm" mb="sm">
        <Group gap="xs">
          <Title order={2}>{connection.name}</Title>
          <EnvironmentBadge environment={connection.environment} />
        </Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlugConnected size={14} aria-hidden />}
          loading={test.isPending}
          onClick={() => test.mutate({ params: { connectionId: connection.id } })}
          aria-label={`Test the connection ${connection.name}`}
        >
          Test
        </Button>
      </Group>
      <ProblemAlert error={test.error} />
      {test.data && <TestResult ok={test.data.ok} sentence={test.data.sentence} />}
      <SimpleGrid component="dl" cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm" m={0} mt="xs">
        <Fact label="Address">
          <span style={{ overflowWrap: "anywhere" }}>{connection.baseUrl}</span>
        </Fact>
        <Fact label="Institution and key">
          {connection.institutionName
            ? `${connection.institutionName}${connection.keyName ? `, key “${connection.keyName}”` : ""}`
            : "Not known; test it once"}
        </Fact>
        <Fact label="Last tested">{connection.testedAt ? <Instant at={connection.testedAt} /> : "Never"}</Fact>
        <Fact label="Last webhook heard">
          {connection.lastWebhookAt ? <Instant at={connection.lastWebhookAt} /> : "None yet"}
        </Fact>
      </SimpleGrid>
      <WebhookAddress url={connection.webhookUrl} name={connection.name} />
    </Card>
  );
}

function TestResult({ ok, sentence }: { ok: boolean; sentence: string }) {
  const Icon = ok ? IconCheck : IconAlertTriangle;
  return (
    <Alert
      color={ok ? "green" : "red"}
      variant="light"
      icon={<Icon aria-hidden />}
      role={ok ? "status" : "alert"}
      py={6}
    >
      {sentence}
    </Alert>
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
