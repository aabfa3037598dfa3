import { ActionIcon, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { targetKey, targetOf } from "#lib/domain/targets.ts";
import type { Catalogue } from "./catalogue.ts";
import { cleanedConstant } from "./cleaned-sample.ts";
import { fieldChoices } from "./field-choices.ts";
import { type Constant, isUnchosen, type Taker } from "./mapping-draft.ts";
import { Cleaned } from "./sample-preview.tsx";

type Props = {
  /** Of the whole mapping. */
  constants: readonly Constant[];
  /** Whose are shown: those of the row's own record, or of the associate of this number. */
  of: number | undefined;
  catalogue: Catalogue;
  taken: ReadonlyMap<string, Taker>;
  readOnly: boolean;
  onChange: (constants: Constant[]) => void;
};

/** A line that nobody finished yet. */
export const newConstant = (of: number | undefined): Constant => ({ field: targetKey(of, ""), value: "" });

/** Values that are the same everywhere, a line for each: the field, the value, and what is sent. */
export function ConstantLines({ constants, of, catalogue, taken, readOnly, onChange }: Props) {
  const change = (at: number, part: Partial<Constant>) =>
    onChange(constants.map((constant, index) => (index === at ? { ...constant, ...part } : constant)));
  const shown = constants.flatMap((constant, at) => (targetOf(constant.field).of === of ? [{ constant, at }] : []));
  const own =
    of === undefined
      ? { ...catalogue, associates: [] }
      : { ...catalogue, own: [], associates: catalogue.associates.filter((each) => each.of === of) };
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
      {shown.map(({ constant, at }, number) => {
        const cleaned = cleanedConstant(constant, catalogue);
        return (
          <Group component="li" key={at} gap="xs" align="flex-end">
            <Select
              label="Field"
              size="xs"
              searchable
              readOnly={readOnly}
              flex="1 1 180px"
              maw={300}
              placeholder="Choose a field"
              value={isUnchosen(constant) ? null : constant.field}
              onChange={(field) => change(at, { field: field ?? newConstant(of).field })}
              data={fieldChoices(
                own,
                new Map([...taken, [targetKey(of, neverConstant), takenByEach(of)]]),
                constant.field,
                { ifTaken: "stays" },
              )}
            />
            <TextInput
              label="Value"
              size="xs"
              readOnly={readOnly}
              flex="1 1 160px"
              maw={260}
              maxLength={500}
              value={constant.value}
              onChange={(event) => change(at, { value: event.currentTarget.value })}
            />
            <Text size="xs" component="div" pb={6} miw={110}>
              {cleaned && (
                <>
                  is sent as <Cleaned cleaned={cleaned} />
                </>
              )}
            </Text>
            {!readOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={`Remove value ${number + 1}`}
                onClick={() => onChange(constants.filter((_, index) => index !== at))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        );
      })}
    </Stack>
  );
}

/** The same everywhere, where a field may not be: it tells clients, or associates, apart. */
const neverConstant = "reference";
const takenByEach = (of: number | undefined): Taker => ({
  by: of === undefined ? "the clients, one each" : "the associates, one each",
  mayJoin: false,
});
