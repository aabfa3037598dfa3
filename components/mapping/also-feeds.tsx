import { ActionIcon, Group, Select, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type Catalogue, fieldOfTarget, labelOfTarget } from "./catalogue.ts";
import { DateFormatSelect } from "./date-format-select.tsx";
import { fieldChoices } from "./field-choices.ts";
import { type Answer, answerFor, type MappedColumn, type Taker, type Target } from "./mapping-draft.ts";
import { StepsList } from "./steps-list.tsx";

type Props = {
  column: MappedColumn;
  answer: Extract<Answer, { kind: "mapped" }>;
  catalogue: Catalogue;
  columnNames: readonly string[];
  taken: ReadonlyMap<string, Taker>;
  readOnly: boolean;
  onAnswer: (answer: Answer) => void;
};

/** Other fields that the same column feeds, each with its own steps: a company's number can be its reference too. */
export function AlsoFeeds({ column, answer, catalogue, columnNames, taken, readOnly, onAnswer }: Props) {
  const { also = [], ...first } = answer;
  const change = (next: Target[]) => onAnswer(next.length > 0 ? { ...first, also: next } : first);
  const own = new Set([answer.field, ...also.map(({ field }) => field)]);
  const add = (key: string | null) => {
    const field = key === null ? undefined : fieldOfTarget(catalogue, key);
    const fresh = key !== null && field ? answerFor(key, field, column) : undefined;
    if (fresh) {
      const { kind: _, ...target } = fresh;
      change([...also, target]);
    }
  };
  return (
    <Stack gap={6}>
      {also.map((target, at) => {
        const field = fieldOfTarget(catalogue, target.field);
        const label = labelOfTarget(catalogue, target.field);
        const put = (transforms: Target["transforms"]) =>
          change(also.map((each, index) => (index === at ? { ...each, transforms } : each)));
        return (
          field && (
            <div key={target.field}>
              <Group gap={4}>
                <Text size="sm">also {label}</Text>
                {!readOnly && (
                  <ActionIcon
                    size={24}
                    variant="subtle"
                    aria-label={`${column.name} no longer feeds ${label}`}
                    onClick={() => change(also.filter((_, index) => index !== at))}
                  >
                    <IconX size={12} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
              <StepsList
                columnName={`${column.name} as ${label}`}
                columnIndex={column.index}
                columnNames={columnNames}
                field={field}
                transforms={target.transforms}
                readOnly={readOnly}
                onChange={put}
              />
              {field.kind === "date" && (
                <DateFormatSelect column={column} transforms={target.transforms} readOnly={readOnly} onChange={put} />
              )}
            </div>
          )
        );
      })}
      {!readOnly && (
        <Select
          size="xs"
          aria-label={`Another field from ${column.name}`}
          placeholder="Also feeds another field"
          searchable
          value={null}
          data={fieldChoices(catalogue, taken, null, { ifTaken: "stays" }).map((group) => ({
            ...group,
            items: group.items.filter(({ value }) => !own.has(value)),
          }))}
          onChange={add}
        />
      )}
    </Stack>
  );
}
