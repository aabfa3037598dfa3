import { Box, Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { targetOf } from "#lib/domain/targets.ts";
import type { Catalogue } from "./catalogue.ts";
import { ConstantLines, newConstant } from "./constant-lines.tsx";
import type { Draft, Taker } from "./mapping-draft.ts";

type Props = {
  of: number;
  label: string;
  draft: Draft;
  catalogue: Catalogue;
  taken: ReadonlyMap<string, Taker>;
  readOnly: boolean;
  onDraft: (draft: Draft) => void;
};

/** What no column says of an associate because it is the same wherever a row has one: its nationality, the country of its address. */
export function AssociateConstants({ of, label, draft, catalogue, taken, readOnly, onDraft }: Props) {
  const { constants } = draft;
  const change = (next: Draft["constants"]) => onDraft({ ...draft, constants: next });
  if (readOnly && constants.every(({ field }) => targetOf(field).of !== of)) return null;
  return (
    <Box role="group" aria-label={`The same for every ${label}`} mt="sm">
      <Group justify="space-between" mb="xs" gap="xs">
        <Text size="sm" fw={600}>
          The same for every {label}
        </Text>
        {!readOnly && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => change([...constants, newConstant(of)])}
          >
            Add a value for {label}
          </Button>
        )}
      </Group>
      <ConstantLines
        constants={constants}
        of={of}
        catalogue={catalogue}
        taken={taken}
        readOnly={readOnly}
        onChange={change}
      />
    </Box>
  );
}
