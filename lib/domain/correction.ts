import { type CellCleaner, cellCleaner, issueOfCell } from "./clean-cell.ts";
import type { Field } from "./field-shape.ts";
import type { Transform } from "./mapping.ts";

/** What a person says that fields of one record are, by field key, as it was typed; blank takes a value away. It goes before what the source says. */
export type Corrections = ReadonlyMap<string, string>;
/** The corrections of a row's records, by slot (0 is its own). */
export type CorrectionsOfRow = (slot: number) => Corrections | undefined;

/** Ways to write a day that only one day can be meant by. */
const certainDays = ["YYYY/MM/DD", "DD MMM YYYY", "DD-MMM-YYYY", "MMM DD, YYYY"] as const;

/**
 * Reads a correction: first as anybody would write a value of this kind without doubt, then as the column writes it. What neither can read
 * is told as the first says it.
 * @param ways how the columns of the field are read
 */
export function correctionCleaner(field: Field, ways: readonly CellCleaner[]): CellCleaner {
  // Which words are one name is known to the column alone.
  const certain = field.kind === "names" ? [] : [cellCleaner(field, plainSteps(field))];
  const all = [...certain, ...ways, ...(field.kind === "names" ? [cellCleaner(field, [{ kind: "trim" }])] : [])];
  return (text, row) => {
    let first: ReturnType<CellCleaner> | undefined;
    for (const clean of all) {
      const warnings: Parameters<typeof row.warn>[0][] = [];
      const cell = clean(text, { ...row, warn: (issue) => warnings.push(issue) });
      if (issueOfCell(cell) === undefined) {
        for (const warning of warnings) row.warn(warning);
        return cell;
      }
      first ??= cell;
    }
    return first ?? "";
  };
}

/** Steps that read a value written without doubt: a day as YYYY-MM-DD, a country by name or code, a phone number. */
export function plainSteps({ kind }: Field): Transform[] {
  if (kind === "country") return [{ kind: "trim" }, { kind: "country" }];
  if (kind === "date") return [{ kind: "trim" }, { kind: "date", format: "YYYY-MM-DD", also: [...certainDays] }];
  if (kind === "phone") return [{ kind: "trim" }, { kind: "phone" }];
  return [{ kind: "trim" }];
}
