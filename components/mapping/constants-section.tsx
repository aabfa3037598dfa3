import { ActionIcon, Button, Card, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { Catalogue } from "./catalogue.ts";
import { cleanedConstant } from "./cleaned-sample.ts";
import { fieldChoices } from "./field-choices.ts";
import type { Constant, Taker } from "./mapping-draft.ts";
import { Cleaned } from "./sample-preview.tsx";

type Props = {
  constants: Constant[];
  catalogue: Catalogue;
  taken: ReadonlyMap<string, Taker>;
  readOnly: boolean;
  onChange: (constants: Constant[]) => void;
};

/** The same for every row, where a field may not be a constant: it tells clients apart. */
const neverConstant = "reference";

/** Fields that have one value for the whole file. */
export function ConstantsSection({ constants, catalogue, taken, readOnly, onChange }: Props) {
  const change = (at: number, part: Partial<Constant>) =>
    onChange(constants.map((constant, index) => (index === at ? { ...constant, ...part } : constant)));
  return (
    <Card component="section" aria-labelledby="constants-title">
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={2} id="constants-title">
            The same for every row
          </Title>
          <Text size="xs" c="dimmed">
            For what the file does not say because it goes without saying, for example the country of a national book.
          </Text>
        </div>
        {!readOnly && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...constants, { field: "", value: "" }])}
          >
            Add a value
          </Button>
        )}
      </Group>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
        {constants.map((constant, index) => {
          const cleaned = cleanedConstant(constant.field, constant.value, catalogue);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two unfinished lines are alike in everything but their place
            <Group component="li" key={index} gap="xs" align="flex-end">
              <Select
                label="Field"
                size="xs"
                searchable
                readOnly={readOnly}
                flex="1 1 180px"
                maw={300}
                placeholder="Choose a field"
                value={constant.field === "" ? null : constant.field}
                onChange={(field) => change(index, { field: field ?? "" })}
                data={fieldChoices(
                  { ...catalogue, associates: [] },
                  new Map([...taken, [neverConstant, { by: "the clients, one each", mayJoin: false }]]),
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
                onChange={(event) => change(index, { value: event.currentTarget.value })}
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
                  aria-label={`Remove value ${index + 1}`}
                  onClick={() => onChange(constants.filter((_, at) => at !== index))}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          );
        })}
      </Stack>
    </Card>
  );
}
