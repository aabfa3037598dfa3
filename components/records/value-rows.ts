import type { Revealed, ShownRecord } from "./record.ts";

type Correction = NonNullable<ShownRecord["values"][number]["correction"]>;
export type ValueRow = {
  field: string;
  label: string;
  column: string;
  raw: string;
  returned: Correction | null;
  correction: Correction | null;
  value: string;
};

/** The values of a record with the revealed ones in the place of the masked, where there are any. */
export function valueRows(values: ShownRecord["values"], revealed: Revealed | null): ValueRow[] {
  const openByField = new Map(revealed?.values.map((value) => [value.field, value]));
  return values.map(({ field, label, column, raw, returned, correction, value }) => {
    const open = openByField.get(field);
    return {
      field,
      label,
      column: column ?? (correction && raw === "" ? "no column" : "constant of the mapping"),
      raw: open?.raw ?? raw,
      returned: returned && { ...returned, text: open?.returned ?? returned.text },
      correction: correction && { ...correction, text: open?.corrected ?? correction.text },
      value: open?.value ?? value,
    };
  });
}
