import { ActionIcon, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { JoinRule } from "#lib/domain/mapping.ts";
import { type Catalogue, fieldOfTarget } from "./catalogue.ts";
import { needsRule, sharingsFor } from "./draft-rules.ts";
import { JoinPreview } from "./join-preview.tsx";
import { bodyOf, type Draft } from "./mapping-draft.ts";
import { useMappingFile } from "./mapping-file.tsx";

type Props = {
  rule: JoinRule;
  draft: Draft;
  catalogue: Catalogue;
  readOnly: boolean;
  onRule: (rule: JoinRule) => void;
};

const takes = { joined: "Joined in this order", first_filled: "The first that is filled" } as const;

/** The rule of one field: its columns in order, moved up and down by buttons. */
export function JoinRuleEditor({ rule, draft, catalogue, readOnly, onRule }: Props) {
  const { columnNames } = useMappingFile();
  const field = fieldOfTarget(catalogue, rule.field);
  if (!field) return null;
  const nameOf = (column: number) => columnNames[column] || `column ${column + 1}`;
  const move = (at: number, by: 1 | -1) => {
    const order = [...rule.order];
    const [column] = order.splice(at, 1);
    if (column === undefined) return;
    order.splice(at + by, 0, column);
    onRule({ ...rule, order });
  };
  const mayJoin = sharingsFor(field).includes("joined");
  // Given names stay a list: nothing stands between them.
  const hasSeparator = rule.take === "joined" && field.key !== "givenNames";
  const { assignments } = bodyOf(draft);
  const feeding = assignments.filter((assignment) => assignment.field === rule.field && assignment.of === undefined);
  return (
    <section aria-label={`Columns of ${field.label}`}>
      <Title order={3}>{field.label}</Title>
      <Group gap="md" align="start" wrap="wrap">
        <Stack gap={6} flex="1 1 260px">
          <ol style={{ margin: 0, paddingInlineStart: 20 }} aria-label={`Order of the columns of ${field.label}`}>
            {rule.order.map((column, at) => (
              <li key={column}>
                <Group gap={4} wrap="nowrap">
                  <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                    {nameOf(column)}
                  </Text>
                  {!readOnly && (
                    <>
                      <ActionIcon
                        size={24}
                        variant="subtle"
                        disabled={at === 0}
                        aria-label={`${nameOf(column)} earlier in ${field.label}`}
                        onClick={() => move(at, -1)}
                      >
                        <IconArrowUp size={14} aria-hidden />
                      </ActionIcon>
                      <ActionIcon
                        size={24}
                        variant="subtle"
                        disabled={at === rule.order.length - 1}
                        aria-label={`${nameOf(column)} later in ${field.label}`}
                        onClick={() => move(at, 1)}
                      >
                        <IconArrowDown size={14} aria-hidden />
                      </ActionIcon>
                    </>
                  )}
                </Group>
              </li>
            ))}
          </ol>
          <Group gap="xs">
            <Select
              size="xs"
              w={200}
              aria-label={`How the columns become ${field.label}`}
              allowDeselect={false}
              readOnly={readOnly || (!needsRule(field.key) && !mayJoin)}
              value={rule.take}
              data={Object.entries(takes)
                .filter(([value]) => mayJoin || value !== "joined")
                .map(([value, label]) => ({ value, label }))}
              onChange={(take) => onRule({ ...rule, take: take === "first_filled" ? "first_filled" : "joined" })}
            />
            {hasSeparator && (
              <TextInput
                size="xs"
                w={120}
                label="Separator"
                aria-label={`Separator of ${field.label}`}
                maxLength={10}
                readOnly={readOnly}
                value={rule.separator}
                onChange={(event) => onRule({ ...rule, separator: event.currentTarget.value })}
              />
            )}
          </Group>
        </Stack>
        <JoinPreview field={field} rule={rule} assignments={feeding} />
      </Group>
    </section>
  );
}
