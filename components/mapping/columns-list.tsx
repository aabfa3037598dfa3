"use client";
import { Button, Card, Center, Group, SegmentedControl, Text, Title } from "@mantine/core";
import { useState } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { Field } from "#lib/domain/field-shape.ts";
import type { Catalogue } from "./catalogue.ts";
import { ColumnRow } from "./column-row.tsx";
import { columnsFeeding, type Sharing } from "./draft-rules.ts";
import { type Answer, answerFor, type Draft, type MappingReply, takenFields } from "./mapping-draft.ts";
import { ShareDialog } from "./share-dialog.tsx";

type Filter = "all" | Answer["kind"];
const filterWords: Record<Filter, string> = { all: "All", open: "Open", mapped: "Mapped", ignored: "Ignored" };

/** Drawn at once; a file of hundreds of columns stays quick. */
const drawnAtOnce = 40;

type Props = {
  mapping: MappingReply;
  draft: Draft;
  catalogue: Catalogue;
  /** Columns that are shown with an associate instead. */
  elsewhere: ReadonlySet<number>;
  readOnly: boolean;
  onAnswer: (column: number, answer: Answer) => void;
  onShare: (column: number, answer: Extract<Answer, { kind: "mapped" }>, sharing: Sharing) => void;
};

export function ColumnsList({ mapping, draft, catalogue, elsewhere, readOnly, onAnswer, onShare }: Props) {
  const [filter, setFilter] = useState<Filter>("all");
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const [shared, setShared] = useState<{ index: number; field: Field } | null>(null);
  const columnNames = mapping.columns.map(({ name }) => name);
  const taken = takenFields(draft, mapping.columns);
  const answers = draft.answers.filter((_, index) => !elsewhere.has(index));
  const lines = mapping.columns.flatMap((column, index) => {
    const answer = draft.answers[index];
    return answer && !elsewhere.has(index) && (filter === "all" || answer.kind === filter)
      ? [{ column, answer, index }]
      : [];
  });
  const countOf = (choice: Filter) =>
    choice === "all" ? answers.length : answers.filter((answer) => answer.kind === choice).length;
  return (
    <Card component="section" aria-labelledby="columns-title" padding={0}>
      <Group justify="space-between" p="sm" gap="xs">
        <div>
          <Title order={2} id="columns-title">
            Columns
          </Title>
          <Text size="xs" c="dimmed">
            {mapping.rowCount === 1 ? "Counted over 1 row." : `Counted over all ${plainNumber(mapping.rowCount)} rows.`}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label="Which columns to show"
          value={filter}
          onChange={(value) => setFilter(value as Filter)}
          data={(Object.keys(filterWords) as Filter[]).map((choice) => ({
            value: choice,
            label: `${filterWords[choice]} ${countOf(choice)}`,
          }))}
        />
      </Group>
      <ol
        style={{ margin: 0, padding: 0, listStyle: "none", borderTop: "1px solid var(--mantine-color-default-border)" }}
      >
        {lines.slice(0, drawn).map(({ column, answer, index }) => (
          <ColumnRow
            key={column.index}
            column={column}
            answer={answer}
            catalogue={catalogue}
            rowCount={mapping.rowCount}
            columnNames={columnNames}
            taken={taken}
            sharedWith={
              answer.kind === "mapped"
                ? columnsFeeding(draft, answer.field)
                    .filter((other) => other !== index)
                    .map((other) => `“${columnNames[other] || `column ${other + 1}`}”`)
                : []
            }
            readOnly={readOnly}
            onAnswer={(next) => onAnswer(index, next)}
            onShare={(field) => setShared({ index, field })}
          />
        ))}
      </ol>
      <ShareDialog
        asked={
          shared && {
            field: shared.field,
            column: columnNames[shared.index] || `column ${shared.index + 1}`,
            others: taken.get(shared.field.key)?.by ?? "Another column",
            onChoose: (sharing) => {
              const column = mapping.columns[shared.index];
              if (column) onShare(shared.index, answerFor(shared.field.key, shared.field, column), sharing);
              setShared(null);
            },
          }
        }
        onClose={() => setShared(null)}
      />
      {lines.length === 0 && (
        <Text c="dimmed" p="md" ta="center">
          No column is {filterWords[filter].toLowerCase()}.
        </Text>
      )}
      {lines.length > drawn && (
        <Center p="sm">
          <Button variant="default" size="xs" onClick={() => setDrawn(drawn + drawnAtOnce)}>
            Show {Math.min(drawnAtOnce, lines.length - drawn)} more of {lines.length}
          </Button>
        </Center>
      )}
    </Card>
  );
}
