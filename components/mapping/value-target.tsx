import { Select, TextInput } from "@mantine/core";
import type { FieldKind } from "#lib/domain/field-shape.ts";
import { targetsOf } from "./value-targets.ts";

type Props = {
  kind: FieldKind;
  label: string;
  /** Undefined: no line in the map; "": becomes nothing. */
  to: string | undefined;
  readOnly: boolean;
  onTo: (to: string | undefined) => void;
};

/** Mantine's select takes an empty text for no choice. */
const nothing = "(nothing)";

/** What a value becomes: chosen from a closed list where the field has one, any text elsewhere. */
export function ValueTarget({ kind, label, to, readOnly, onTo }: Props) {
  const targets = targetsOf(kind);
  if (!targets)
    return (
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={to === "" ? "nothing" : "not in the map"}
        maxLength={500}
        value={to ?? ""}
        readOnly={readOnly}
        onChange={(event) => onTo(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      />
    );
  const isListed = to === undefined || to === "" || targets.some(({ value }) => value === to);
  return (
    <Select
      size="xs"
      aria-label={label}
      placeholder="not in the map"
      searchable
      clearable={!readOnly}
      readOnly={readOnly}
      limit={60}
      nothingFoundMessage="Nothing of that name"
      value={to === "" ? nothing : (to ?? null)}
      data={[
        ...(isListed ? [] : [{ value: to, label: to }]),
        { value: nothing, label: "nothing (leave empty)" },
        ...targets,
      ]}
      onChange={(value) => onTo(value === nothing ? "" : (value ?? undefined))}
      clearButtonProps={{ "aria-label": `${label}: take it out of the map` }}
    />
  );
}
