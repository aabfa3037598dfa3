import { Accordion, Group, Text } from "@mantine/core";
import { Instant } from "#components/ui/instant.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { SmokeRunView as Run } from "#lib/contracts/smoke-runs.ts";
import { LeftProfiles } from "./left-profiles.tsx";
import { SmokeSteps } from "./smoke-steps.tsx";

/** The runs before the newest, folded up. */
export function SmokeHistory({ runs }: { runs: readonly Run[] }) {
  return (
    <Accordion variant="contained" order={3} chevronPosition="left">
      {runs.map((run) => (
        <Accordion.Item key={run.id} value={run.id}>
          <Accordion.Control>
            <Group gap="xs">
              <Instant at={run.createdAt} />
              <StatusBadge status={run.status} size="sm" />
              <Text size="xs" c="dimmed" flex="1 1 260px">
                {run.sentence}
              </Text>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <SmokeSteps steps={run.steps} />
            {run.profiles.length > 0 && <LeftProfiles run={run} />}
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
