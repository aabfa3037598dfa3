import { Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { severityWords } from "#components/issues/severity-words.ts";
import { BarredTracks } from "#components/ui/barred-tracks.tsx";
import { fixableFieldsOf } from "#lib/domain/fixable.ts";
import type { Correcting } from "./correct-dialog.tsx";
import type { ShownRecord } from "./record.ts";
import { Section } from "./section.tsx";

const canBeCorrected = (record: ShownRecord, field: string): boolean =>
  fixableFieldsOf(record).some(({ key }) => key === field);

/** What is wrong with this client's data, and how to fix it. */
export function RecordIssues({
  record,
  onCorrect,
}: {
  record: ShownRecord;
  onCorrect?: ((what: Correcting) => void) | undefined;
}) {
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
                {issue.severity !== "error" && <BarredTracks tracks={issue.bars} />}
              </Group>
              <Text size="sm" mt={4} style={{ overflowWrap: "anywhere" }}>
                {issue.sentence}
              </Text>
              <Text size="sm" c="dimmed">
                {issue.fix}
              </Text>
              {onCorrect && canBeCorrected(record, issue.field) && (
                <Button
                  mt="xs"
                  w="fit-content"
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconPencil size={13} aria-hidden />}
                  onClick={() => onCorrect({ field: issue.field })}
                >
                  Correct {issue.fieldLabel.toLowerCase()}
                </Button>
              )}
            </Card>
          );
        })}
      </Stack>
    </Section>
  );
}
