import { ActionIcon, Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { TransformOf } from "#lib/domain/mapping.ts";
import { valueKey } from "#lib/domain/value-key.ts";

type Step = TransformOf<"values">;
type Props = { step: Step; samples: readonly string[]; readOnly: boolean; onChange: (step: Step) => void };

const others = {
  keep: "Other values stay",
  nothing: "Other values become nothing",
  issue: "Other values are issues",
} as const;

/** Value → value; the most frequent values that have no line yet can be added at once. */
export function ValueMap({ step, samples, readOnly, onChange }: Props) {
  const known = new Set(step.pairs.map(({ from }) => valueKey(from)));
  const unmatched = samples.filter((sample) => !known.has(valueKey(sample)));
  const change = (at: number, part: Partial<Step["pairs"][number]>) =>
    onChange({ ...step, pairs: step.pairs.map((pair, index) => (index === at ? { ...pair, ...part } : pair)) });
  const add = (values: readonly string[]) =>
    onChange({ ...step, pairs: [...step.pairs, ...values.map((value) => ({ from: value, to: value }))] });
  return (
    <Stack gap={4} w="100%">
      {step.pairs.map((pair, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its texts change while they are typed
        <Group key={at} gap={4} wrap="nowrap">
          <TextInput
            size="xs"
            flex={1}
            aria-label={`Value ${at + 1}`}
            value={pair.from}
            readOnly={readOnly}
            onChange={(event) => change(at, { from: event.currentTarget.value })}
          />
          <span aria-hidden>→</span>
          <TextInput
            size="xs"
            flex={1}
            aria-label={`Value ${at + 1} becomes`}
            placeholder="nothing"
            value={pair.to}
            readOnly={readOnly}
            onChange={(event) => change(at, { to: event.currentTarget.value })}
          />
          {!readOnly && (
            <ActionIcon
              size={24}
              variant="subtle"
              aria-label={`Remove value ${at + 1}`}
              onClick={() => onChange({ ...step, pairs: step.pairs.filter((_, index) => index !== at) })}
            >
              <IconX size={12} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!readOnly && (
        <Group gap={4}>
          {unmatched.length > 0 && (
            <Button size="compact-xs" variant="default" onClick={() => add(unmatched)}>
              Add the most frequent values
            </Button>
          )}
          <Button size="compact-xs" variant="default" onClick={() => add([""])}>
            Add a line
          </Button>
        </Group>
      )}
      <Select
        size="xs"
        aria-label="Values not in the map"
        allowDeselect={false}
        value={step.otherwise}
        readOnly={readOnly}
        data={Object.entries(others).map(([value, label]) => ({ value, label }))}
        onChange={(otherwise) => {
          if (otherwise === "keep" || otherwise === "nothing" || otherwise === "issue")
            onChange({ ...step, otherwise });
        }}
      />
    </Stack>
  );
}
