import type { ShownRow } from "../../domain/corrected-row.ts";
import { cellChangeOf, cellDoubts, type Habit, spreadsheetHabits } from "./cell-change.ts";

/** A cell that came back other than it was, and what becomes of it. `column` is of the source, from 0. */
export type ComparedCell = {
  rowNumber: number;
  column: number;
  was: string;
  becomes: string;
} & (
  | { verdict: "changed" }
  /** Somebody else changed it since the download. */
  | { verdict: "conflict"; because: string }
  | { verdict: "refused"; because: string }
  | { verdict: "kept"; because: string; habit: Habit }
  /** It stands so already. */
  | { verdict: "already" }
);

export type RowThreeWays = {
  rowNumber: number;
  /** As it was downloaded, as it stands now, and as it came back; a place that did not come back is left out. */
  base: ShownRow;
  now: ShownRow;
  came: readonly { column: number; text: string }[];
  /** Columns that something is wrong with. */
  problems: ReadonlySet<number>;
};

/** Compares a row three ways, cell by cell. */
export function comparedCells({ rowNumber, base, now, came, problems }: RowThreeWays): ComparedCell[] {
  return came.flatMap(({ column, text }): ComparedCell[] => {
    const was = base.cells[column] ?? "";
    const change = cellChangeOf({ was, came: text, hasProblem: problems.has(column) });
    if (change.kind === "untouched") return [];
    const cell = { rowNumber, column, was, becomes: text };
    if (change.kind === "kept")
      return [{ ...cell, verdict: "kept", habit: change.habit, because: `${spreadsheetHabits[change.habit]}.` }];
    if (change.kind === "doubted") return [{ ...cell, verdict: "refused", because: cellDoubts[change.doubt] }];
    const changed = { ...cell, becomes: change.text };
    const standing = now.cells[column] ?? "";
    if (standing === change.text) return [{ ...changed, verdict: "already" }];
    if (standing !== was) return [{ ...changed, verdict: "conflict", because: elsewhere(standing) }];
    if (now.hidden.has(column)) return [{ ...changed, verdict: "conflict", because: onItsPage }];
    return [{ ...changed, verdict: "changed" }];
  });
}

const elsewhere = (standing: string): string =>
  standing === ""
    ? "Somebody emptied it since the download. What stands now stays."
    : "Somebody corrected it otherwise since the download. What stands now stays.";
const onItsPage =
  "What this cell feeds was corrected on the client's page. That stays; take it back first, or correct it there.";

/** Every cell that was filled came back empty: a row cleared by hand, which says nothing about the client. */
export function isEmptied({ base, came }: Pick<RowThreeWays, "base" | "came">): boolean {
  const filled = came.filter(({ column }) => (base.cells[column] ?? "").trim() !== "");
  return filled.length > 1 && filled.every(({ text }) => text.trim() === "");
}
