import { Group, Radio, Text } from "@mantine/core";

type Props = { value: string; label: string; sentence: string; disabled: boolean };

/** One choice of a group as a card with its sentence. Stands inside a Radio.Group. */
export function ChoiceCard({ value, label, sentence, disabled }: Props) {
  return (
    <Radio.Card value={value} p="md" disabled={disabled} aria-label={`${label}. ${sentence}`}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Radio.Indicator disabled={disabled} mt={2} />
        <div>
          <Text fw={600}>{label}</Text>
          <Text size="sm" c="dimmed" mt={2}>
            {sentence}
          </Text>
        </div>
      </Group>
    </Radio.Card>
  );
}
