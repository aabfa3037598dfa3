import { Card, Group, Text, Title } from "@mantine/core";
import { Instant } from "#components/ui/instant.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { SmokeRunView as Run } from "#lib/contracts/smoke-runs.ts";
import { LeftProfiles } from "./left-profiles.tsx";
import { SmokeSteps } from "./smoke-steps.tsx";
import { isUnderWay } from "./smoke-words.ts";

/** A run with its steps, and what it left behind. */
export function SmokeRunView({ run }: { run: Run }) {
  return (
    <Card component="article" aria-label={`Smoke run ${run.word}`}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Title order={3}>
            <Instant at={run.createdAt} />
          </Title>
          <StatusBadge status={run.status} />
        </Group>
        <Text size="xs" c="dimmed">
          Asked for by {run.startedByName}
          {run.institutionName && `; the account answered as “${run.institutionName}”`}
        </Text>
      </Group>
      <Text mt={4} mb="sm" aria-live="polite">
        {run.sentence}
      </Text>
      <SmokeSteps steps={run.steps} />
      {!isUnderWay(run) && run.profiles.length > 0 && <LeftProfiles run={run} />}
    </Card>
  );
}
