import { Badge, Card, Group, Stack, Text } from "@mantine/core";
import { severityWords } from "#components/issues/severity-words.ts";
import type { ShownRecord } from "./record.ts";
import { Section } from "./section.tsx";

/** What is wrong with this client's data, and how to fix it. */
export function RecordIssues({ record }: { record: ShownRecord }) {
  if (record.issues.length === 0) return null;
  return (
    <Section title="Issues">
      <Stack gap="xs">
        {record.issues.map((issue) => {
          const { label, colour, icon: Icon } = severityWords[issue.severity];
          return (
            <Card key={`${issue.title} ${issue.sentence}`} p="sm">
              <Group gap="xs">
                <Badge color={colour} leftSection={<Icon size={12} aria-hidden />}>
                  {label}
                </Badge>
                <Text fw={600}>{issue.title}</Text>
              </Group>
              <Text size="sm" mt={4} style={{ overflowWrap: "anywhere" }}>
                {issue.sentence}
              </Text>
              <Text size="sm" c="dimmed">
                {issue.fix}
              </Text>
            </Card>
          );
        })}
      </Stack>
    </Section>
  );
}
