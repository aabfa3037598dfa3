import { Select } from "@mantine/core";
import type { ValuesStep } from "./value-pairs.ts";

type Props = { step: ValuesStep; readOnly: boolean; onChange: (step: ValuesStep) => void };

/** What becomes of values that the map has no line for. */
const otherwiseWords: Record<ValuesStep["otherwise"], string> = {
  keep: "Other values stay",
  nothing: "Other values become nothing",
  issue: "Other values are issues",
};

export function OtherwiseSelect({ step, readOnly, onChange }: Props) {
  return (
    <Select
      size="xs"
      w={200}
      aria-label="Values not in the map"
      allowDeselect={false}
      value={step.otherwise}
      readOnly={readOnly}
      data={Object.entries(otherwiseWords).map(([value, label]) => ({ value, label }))}
      onChange={(otherwise) => {
        if (otherwise === "keep" || otherwise === "nothing" || otherwise === "issue") onChange({ ...step, otherwise });
      }}
    />
  );
}
