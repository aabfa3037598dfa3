import { NumberInput, Select, TextInput } from "@mantine/core";
import type { Field } from "#lib/domain/field-shape.ts";
import type { Transform } from "#lib/domain/mapping.ts";
import { ValueMap } from "./value-map.tsx";

type Props = {
  step: Transform;
  /** Where the step stands, and among which others. */
  at: number;
  transforms: readonly Transform[];
  columnName: string;
  columnIndex: number;
  field: Field;
  columnNames: readonly string[];
  readOnly: boolean;
  onChange: (step: Transform) => void;
};

const tests = { is: "is one of", is_not: "is none of", filled: "is filled", blank: "is empty" } as const;
const parts = { given: "given names", family: "family name" } as const;
const orders = { given_first: "given names first", family_first: "family name first" } as const;

/** What a step needs to be told; nothing for steps that need no words. */
export function StepSettings({ step, columnNames, readOnly, onChange, ...place }: Props) {
  if (step.kind === "replace")
    return (
      <>
        <TextInput
          size="xs"
          w={90}
          aria-label="Text to find"
          value={step.find}
          readOnly={readOnly}
          onChange={(event) =>
            event.currentTarget.value !== "" && onChange({ ...step, find: event.currentTarget.value })
          }
        />
        by
        <TextInput
          size="xs"
          w={90}
          aria-label="Replace by"
          value={step.by}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...step, by: event.currentTarget.value })}
        />
      </>
    );
  if (step.kind === "split")
    return (
      <>
        at
        <TextInput
          size="xs"
          w={60}
          aria-label="Separator"
          value={step.separator}
          readOnly={readOnly}
          onChange={(event) =>
            event.currentTarget.value !== "" && onChange({ ...step, separator: event.currentTarget.value })
          }
        />
        <NumberInput
          size="xs"
          w={80}
          aria-label="Part, from 1; -1 is the last"
          min={-20}
          max={20}
          value={step.part}
          readOnly={readOnly}
          onChange={(part) => typeof part === "number" && part !== 0 && onChange({ ...step, part })}
        />
      </>
    );
  if (step.kind === "default")
    return (
      <TextInput
        size="xs"
        w={140}
        aria-label="Value when empty"
        value={step.value}
        readOnly={readOnly}
        onChange={(event) =>
          event.currentTarget.value !== "" && onChange({ ...step, value: event.currentTarget.value })
        }
      />
    );
  if (step.kind === "name_part")
    return (
      <>
        <Select
          size="xs"
          w={130}
          aria-label="Which part"
          allowDeselect={false}
          value={step.part}
          readOnly={readOnly}
          data={Object.entries(parts).map(([value, label]) => ({ value, label }))}
          onChange={(part) => onChange({ ...step, part: part === "family" ? "family" : "given" })}
        />
        <Select
          size="xs"
          w={160}
          aria-label="Order of the name"
          allowDeselect={false}
          value={step.order}
          readOnly={readOnly}
          data={Object.entries(orders).map(([value, label]) => ({ value, label }))}
          onChange={(order) => onChange({ ...step, order: order === "family_first" ? "family_first" : "given_first" })}
        />
      </>
    );
  if (step.kind === "when") {
    const { condition } = step;
    const choose = (test: string | null) => {
      if (test === "is" || test === "is_not" || test === "filled" || test === "blank")
        onChange({ ...step, condition: { ...condition, test } });
    };
    return (
      <>
        <Select
          size="xs"
          w={150}
          aria-label="Column of the condition"
          searchable
          allowDeselect={false}
          value={String(condition.column)}
          readOnly={readOnly}
          data={columnNames.map((name, index) => ({
            value: String(index),
            label: name === "" ? `column ${index + 1}` : name,
          }))}
          onChange={(column) =>
            column !== null && onChange({ ...step, condition: { ...condition, column: Number(column) } })
          }
        />
        <Select
          size="xs"
          w={110}
          aria-label="Condition"
          allowDeselect={false}
          value={condition.test}
          readOnly={readOnly}
          data={Object.entries(tests).map(([value, label]) => ({ value, label }))}
          onChange={choose}
        />
        {(condition.test === "is" || condition.test === "is_not") && (
          <TextInput
            size="xs"
            w={140}
            aria-label="Values, separated by a bar"
            placeholder="yes|y"
            value={condition.values.join("|")}
            readOnly={readOnly}
            onChange={(event) =>
              onChange({ ...step, condition: { ...condition, values: event.currentTarget.value.split("|") } })
            }
          />
        )}
      </>
    );
  }
  if (step.kind === "values") return <ValueMap {...place} step={step} readOnly={readOnly} onChange={onChange} />;
  return null;
}
