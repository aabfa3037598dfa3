import type { Revealed, ShownRecord } from "./record.ts";

export type ValueRow = { field: string; label: string; column: string; raw: string; value: string };

/** The values of a record with the revealed ones in the place of the masked, where there are any. */
export function valueRows(values: ShownRecord["values"], revealed: Revealed | null): ValueRow[] {
  const openByField = new Map(revealed?.values.map((value) => [value.field, value]));
  return values.map(({ field, label, column, raw, value }) => {
    const open = openByField.get(field);
    return {
      field,
      label,
      column: column ?? "constant of the mapping",
      raw: open?.raw ?? raw,
      value: open?.value ?? value,
    };
  });
}
