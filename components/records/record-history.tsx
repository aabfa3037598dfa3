import { Card, Stack, Text } from "@mantine/core";
import { Instant } from "#components/ui/instant.tsx";
import type { ShownRecord } from "./record.ts";
import { Section } from "./section.tsx";

/** Every change of status of this client, by whom and why. */
export function RecordHistory({ record }: { record: ShownRecord }) {
  return (
    <Section title="History">
      <Card>
        {record.transitions.length === 0 ? (
          <Text c="dimmed">
            {record.sentAs.length === 0
              ? "Nothing has been changed by hand, and it has not been sent."
              : "Nothing has been changed by hand. What was sent of it stands under “Way into Passfort”."}
          </Text>
        ) : (
          <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
            {record.transitions.map((transition) => (
              <li key={`${transition.at} ${transition.what}`}>
                <Text size="sm">
                  <Instant at={transition.at} /> · <strong>{transition.what}</strong> by {transition.by}
                </Text>
                <Text size="sm" c="dimmed">
                  {transition.because}
                </Text>
              </li>
            ))}
          </Stack>
        )}
      </Card>
    </Section>
  );
}
