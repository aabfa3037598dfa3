import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { Field } from "#lib/domain/field-shape.ts";
import type { Transform } from "#lib/domain/mapping.ts";
import { OtherwiseSelect } from "./otherwise-select.tsx";
import { ValueGrid } from "./value-grid.tsx";
import type { ValuesStep } from "./value-pairs.ts";

type Props = {
  columnName: string;
  columnIndex: number;
  field: Field;
  transforms: readonly Transform[];
  at: number;
  step: ValuesStep;
  readOnly: boolean;
  onChange: (step: ValuesStep) => void;
};

/** A value map in a line; its values are looked over in a grid. */
export function ValueMap({ step, readOnly, onChange, ...grid }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Group gap={6}>
      <Text size="xs" c="dimmed">
        {step.pairs.length === 0
          ? "empty"
          : `${plainNumber(step.pairs.length)} ${step.pairs.length === 1 ? "value" : "values"}`}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`${readOnly ? "Show" : "Edit"} values of ${grid.columnName}`}
        onClick={() => setOpen(true)}
      >
        {readOnly ? "Show values" : "Edit values"}
      </Button>
      <OtherwiseSelect step={step} readOnly={readOnly} onChange={onChange} />
      <ValueGrid
        {...grid}
        step={step}
        view="all"
        opened={isOpen}
        readOnly={readOnly}
        onChange={onChange}
        onClose={() => setOpen(false)}
      />
    </Group>
  );
}
