import { Badge, Button, Group, Select, Stack, Text } from "@mantine/core";
import type { Field } from "#lib/domain/field-shape.ts";
import { targetKey } from "#lib/domain/targets.ts";
import { AlsoFeeds } from "./also-feeds.tsx";
import { type Catalogue, fieldOfTarget, labelOfTarget } from "./catalogue.ts";
import { ColumnFacts } from "./column-facts.tsx";
import classes from "./column-row.module.css";
import { DateFormatSelect } from "./date-format-select.tsx";
import { fieldChoices, fullNameChoice, ignoreChoice } from "./field-choices.ts";
import {
  type Answer,
  answerFor,
  fullNameAnswer,
  type MappedColumn,
  suggestedAnswer,
  type Taker,
} from "./mapping-draft.ts";
import { SamplePreview } from "./sample-preview.tsx";
import { StepsList } from "./steps-list.tsx";

type Props = {
  column: MappedColumn;
  answer: Answer;
  catalogue: Catalogue;
  /** The associate that the column is about. */
  home?: number;
  rowCount: number;
  columnNames: readonly string[];
  taken: ReadonlyMap<string, Taker>;
  /** The other columns that feed the same field, by name. */
  sharedWith?: readonly string[];
  readOnly: boolean;
  onAnswer: (answer: Answer) => void;
  /** A field was chosen that another column feeds already. */
  onShare?: (field: Field) => void;
};

/** One column: what is in it, what it becomes, and what that makes of its samples. */
export function ColumnRow({
  column,
  answer,
  catalogue,
  home,
  rowCount,
  columnNames,
  taken,
  sharedWith = [],
  readOnly,
  onAnswer,
  onShare,
}: Props) {
  const field = answer.kind === "mapped" ? fieldOfTarget(catalogue, answer.field) : undefined;
  const choose = (value: string | null) => {
    const chosen = value === null ? undefined : fieldOfTarget(catalogue, value);
    const isOwn = answer.kind === "mapped" && answer.field === value;
    if (value === fullNameChoice) onAnswer(fullNameAnswer(home));
    else if (onShare && chosen && !isOwn && taken.get(value ?? "")?.mayJoin) onShare(chosen);
    else if (value !== null && chosen) onAnswer(answerFor(value, chosen, column));
    else onAnswer({ kind: value === ignoreChoice ? "ignored" : "open" });
  };
  return (
    <li className={classes.row} data-answer={answer.kind}>
      <ColumnFacts column={column} rowCount={rowCount} />
      <Stack gap={6}>
        <Select
          aria-label={`Field for column ${column.name}`}
          placeholder="Choose a field, or ignore it"
          searchable
          // Choosing the same field again keeps it; the cross takes it away.
          allowDeselect={false}
          clearable={!readOnly}
          readOnly={readOnly}
          nothingFoundMessage="No field of that name"
          value={valueByKind[answer.kind](answer)}
          onChange={choose}
          data={[
            { value: ignoreChoice, label: "Ignore on purpose" },
            ...(mayBeFullName(catalogue, taken, home)
              ? [{ value: fullNameChoice, label: "Full name (to split)" }]
              : []),
            ...fieldChoices(catalogue, taken, answer.kind === "mapped" ? answer.field : null, {
              ifTaken: onShare ? "may_share" : "stays",
              home,
            }),
          ]}
          clearButtonProps={{ "aria-label": `Clear the answer for ${column.name}` }}
        />
        <Reason
          column={column}
          answer={answer}
          catalogue={catalogue}
          taken={taken}
          readOnly={readOnly}
          onAnswer={onAnswer}
        />
        {field && sharedWith.length > 0 && (
          <Text size="xs" c="dimmed">
            {field.label} also comes from {sharedWith.join(", ")}: see “Several columns, one field” below.
          </Text>
        )}
        {field?.hint && (
          <Text size="xs" c="dimmed">
            {field.hint}
          </Text>
        )}
        {answer.kind === "mapped" && field && (
          <>
            <StepsList
              columnName={column.name}
              columnIndex={column.index}
              columnNames={columnNames}
              field={field}
              transforms={answer.transforms}
              readOnly={readOnly}
              onChange={(transforms) => onAnswer({ ...answer, transforms })}
            />
            {field.kind === "date" && (
              <DateFormatSelect
                column={column}
                transforms={answer.transforms}
                readOnly={readOnly}
                onChange={(transforms) => onAnswer({ ...answer, transforms })}
              />
            )}
            <AlsoFeeds
              column={column}
              answer={answer}
              catalogue={catalogue}
              columnNames={columnNames}
              taken={taken}
              readOnly={readOnly}
              onAnswer={onAnswer}
            />
          </>
        )}
      </Stack>
      <SamplePreview column={column} answer={answer} catalogue={catalogue} />
    </li>
  );
}

const valueByKind: Record<Answer["kind"], (answer: Answer) => string | null> = {
  open: () => null,
  ignored: () => ignoreChoice,
  mapped: (answer) => (answer.kind === "mapped" ? answer.field : null),
};

/** Both names of the person that the column is about are there to be fed. */
const mayBeFullName = (catalogue: Catalogue, taken: ReadonlyMap<string, Taker>, home: number | undefined): boolean =>
  ["givenNames", "familyName"].every((name) => fieldOfTarget(catalogue, targetKey(home, name)) !== undefined) &&
  !taken.has(targetKey(home, "familyName"));

const confidenceLooks = {
  sure: { label: "Suggested", colour: "green" },
  likely: { label: "Likely, please check", colour: "yellow" },
} as const;

/** Why the panel suggests a field; where the person answered otherwise, the way back to it. */
function Reason({
  column,
  answer,
  catalogue,
  taken,
  readOnly,
  onAnswer,
}: Omit<Props, "rowCount" | "columnNames" | "home" | "sharedWith" | "onShare">) {
  const { suggestion, ignoreReason } = column;
  if (ignoreReason !== undefined && answer.kind === "ignored") return <Learned reason={ignoreReason} />;
  if (!suggestion) return null;
  const key = targetKey(suggestion.of, suggestion.field);
  const isFollowed = answer.kind === "mapped" && answer.field === key;
  const { label, colour } = confidenceLooks[suggestion.confidence];
  if (isFollowed) {
    return (
      <Group gap={6}>
        <Badge size="xs" color={colour}>
          {label}
        </Badge>
        <Text size="xs" c="dimmed" flex={1} miw={140}>
          {suggestion.reason}
        </Text>
      </Group>
    );
  }
  if (readOnly || taken.has(key) || !fieldOfTarget(catalogue, key)) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={() => onAnswer(suggestedAnswer(column))}
      style={{ alignSelf: "flex-start" }}
    >
      Use the suggestion: {labelOfTarget(catalogue, key)}
    </Button>
  );
}

/** Proposed to be ignored because people ignored it before. */
const Learned = ({ reason }: { reason: string }) => (
  <Group gap={6}>
    <Badge size="xs" color="gray">
      Suggested
    </Badge>
    <Text size="xs" c="dimmed" flex={1} miw={140}>
      {reason}
    </Text>
  </Group>
);
