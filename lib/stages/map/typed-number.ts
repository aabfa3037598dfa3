import { headerKey } from "./header-words.ts";
import type { ColumnEvidence } from "./match.ts";

/** Headers that name a number without saying whose or which: a column beside them may. */
const bareNumbers = new Set(
  [
    "number",
    "no",
    "id number",
    "id no",
    "identifier",
    "identification number",
    "document number",
    "document no",
    "tax number",
    "nummer",
    "numero",
  ].map(headerKey),
);

/**
 * Columns of numbers whose kind another column says ("number" beside "number_type"), with the kind as their name: “EIN”. Null where the kinds
 * differ from row to row: such a column is one thing here and another there, and no field can take it whole.
 */
export function typedNumbers(columns: readonly ColumnEvidence[]): Map<number, TypedNumber | null> {
  const byKey = new Map(columns.map((column) => [headerKey(column.name), column]));
  const found = new Map<number, TypedNumber | null>();
  for (const column of columns) {
    const key = headerKey(column.name);
    if (!bareNumbers.has(key)) continue;
    const bare = key.replace(/(?:number|no)$/, "");
    const beside = byKey.get(`${key}type`) ?? (bare === "" ? undefined : byKey.get(`${bare}type`));
    const kinds = beside?.values.filter((value) => value.trim() !== "") ?? [];
    const [kind, ...others] = kinds;
    if (!beside || kind === undefined) continue;
    found.set(
      column.index,
      others.length > 0
        ? null
        : { column: { ...column, name: kind }, reason: `“${beside.name}” says “${kind}” of “${column.name}”.` },
    );
  }
  return found;
}

export type TypedNumber = { column: ColumnEvidence; reason: string };
