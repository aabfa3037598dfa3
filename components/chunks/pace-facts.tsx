import { Card, SimpleGrid, Text } from "@mantine/core";
import { Section } from "#components/records/section.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { paceRows } from "./pace-rows.ts";

/** How fast the chunk goes, and how Passfort takes it. */
export function PaceFacts({ chunk }: { chunk: ChunkDashboard }) {
  return (
    <Section title="Pace">
      <SimpleGrid component="dl" cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm" m={0}>
        {paceRows(chunk).map(({ label, value, hint }) => (
          <Card key={label} p="sm">
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" fw={600} m={0} fz="md">
              {value}
            </Text>
            {hint && (
              <Text component="dd" size="xs" c="dimmed" m={0}>
                {hint}
              </Text>
            )}
          </Card>
        ))}
      </SimpleGrid>
    </Section>
  );
}
