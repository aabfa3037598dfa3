import { ActionIcon, Group, Select, Text } from "@mantine/core";
import { IconArrowUp, IconX } from "@tabler/icons-react";
import type { Field } from "#lib/domain/field-shape.ts";
import type { Transform } from "#lib/domain/mapping.ts";
import { StepSettings } from "./step-settings.tsx";
import { freshSteps, type StepKind, stepsByKind, stepWords, withStep } from "./step-words.ts";
import { canFail, UnreadNote } from "./unread-note.tsx";

type Props = {
  columnName: string;
  columnIndex: number;
  columnNames: readonly string[];
  field: Field;
  transforms: readonly Transform[];
  readOnly: boolean;
  onChange: (transforms: Transform[]) => void;
};

/** The steps of a column in the order in which they are applied; the date step is chosen beside it, by its format. */
export function StepsList(props: Props) {
  const { columnName, columnIndex, columnNames, field, transforms, readOnly, onChange } = props;
  const swapUp = (at: number) => {
    const [before, step] = transforms.slice(at - 1, at + 1);
    if (before && step) onChange([...transforms.slice(0, at - 1), step, before, ...transforms.slice(at + 1)]);
  };
  return (
    <div>
      <ol aria-label={`Steps for ${columnName}`} style={{ margin: 0, paddingInlineStart: 18, fontSize: 12 }}>
        {transforms.map((step, at) => (
          // Two steps may be alike; a step is its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at}>
            <Group gap={4} wrap="wrap">
              <Text size="xs" title={stepWords[step.kind].sentence}>
                {stepWords[step.kind].label}
              </Text>
              <StepSettings
                step={step}
                at={at}
                transforms={transforms}
                columnName={columnName}
                columnIndex={columnIndex}
                field={field}
                columnNames={columnNames}
                readOnly={readOnly}
                onChange={(next) => onChange(transforms.map((old, index) => (index === at ? next : old)))}
              />
              {!readOnly && at > 0 && (
                <ActionIcon
                  size={24}
                  variant="subtle"
                  aria-label={`Earlier: ${stepWords[step.kind].label} of ${columnName}`}
                  onClick={() => swapUp(at)}
                >
                  <IconArrowUp size={12} aria-hidden />
                </ActionIcon>
              )}
              {!readOnly && step.kind !== "date" && (
                <ActionIcon
                  size={24}
                  variant="subtle"
                  aria-label={`Remove step ${stepWords[step.kind].label} of ${columnName}`}
                  onClick={() => onChange(transforms.filter((_, index) => index !== at))}
                >
                  <IconX size={12} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Select
          size="xs"
          mt={4}
          aria-label={`Add a step for ${columnName}`}
          placeholder="Add a step"
          value={null}
          data={stepsByKind[field.kind].map((kind) => ({ value: kind, label: stepWords[kind].label }))}
          onChange={(kind) => {
            if (isStepKind(kind)) onChange(withStep(transforms, freshSteps[kind](columnIndex, field.key)));
          }}
        />
      )}
      {canFail(field, transforms) && (
        <UnreadNote
          columnName={columnName}
          columnIndex={columnIndex}
          field={field}
          transforms={transforms}
          readOnly={readOnly}
          onChange={onChange}
        />
      )}
    </div>
  );
}

const isStepKind = (text: string | null): text is StepKind => text !== null && text in stepWords;
