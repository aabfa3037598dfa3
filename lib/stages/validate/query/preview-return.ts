import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { previewReturn as contract } from "../../../contracts/returns.ts";
import { maskText } from "../../../domain/mask.ts";
import { recordIdOf } from "../../../domain/record-id.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import type { SourceFile } from "../../../store/generated/client.ts";
import { type Habit, spreadsheetHabits } from "../cell-change.ts";
import { returnNotes } from "../return-notes.ts";
import type { ComparedCell } from "../returned-row.ts";
import { type ComparedReturn, compareReturn, rowTroubles } from "./compare-return.ts";

const examplesShown = 20;

/** What a return would change, before it does. */
export async function previewReturn(
  ctx: SignedInContext,
  returnId: string,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const returned = await ctx.db.return.findUnique({ where: { id: returnId } });
  if (!returned)
    return refused("not_found", "There is no such returned file. It may have been put away; return it again.");
  if (returned.fixId !== null)
    return refused("not_now", "This returned file is applied already. Its corrections are listed under Review.");
  const file = await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: returned.fileId } });
  const compared = await compareReturn(ctx.db, returned, file);
  if (!compared) return refused("not_now", readAnew);
  const by = (verdict: ComparedCell["verdict"]) => compared.cells.filter((cell) => cell.verdict === verdict);
  const [changed, conflicts, refusedCells, kept] = [by("changed"), by("conflict"), by("refused"), by("kept")];
  const shown = (cells: readonly ComparedCell[]) => cells.slice(0, examplesShown).map((cell) => exampleOf(file, cell));
  return done({
    name: returned.name,
    fileName: file.name,
    seen: compared.seen,
    rows: compared.rows,
    changedRows: new Set(changed.map(({ rowNumber }) => rowNumber)).size,
    changed: changed.length,
    conflicts: conflicts.length,
    refused: refusedCells.length,
    kept: kept.length,
    notes: returnNotes({ ...compared, ...countsOf(compared) }),
    examples: { changed: shown(changed), conflicts: shown(conflicts), refused: shown(refusedCells), kept: shown(kept) },
  });
}

export const readAnew =
  "The source file was read anew since this problem sheet was downloaded, so its rows are others. Download the problems again.";

function countsOf({ cells, troubles }: ComparedReturn) {
  const habits = new Map<Habit, number>();
  for (const cell of cells) if (cell.verdict === "kept") habits.set(cell.habit, (habits.get(cell.habit) ?? 0) + 1);
  return {
    troubles: [...troubles].map(([trouble, count]) => [rowTroubles[trouble], count] as const),
    already: cells.filter(({ verdict }) => verdict === "already").length,
    habits: [...habits].map(([habit, count]) => [spreadsheetHabits[habit], count] as const),
  };
}

const exampleOf = (file: SourceFile, cell: ComparedCell) => ({
  recordId: recordIdOf(file.number, cell.rowNumber),
  rowNumber: cell.rowNumber,
  column: file.columns[cell.column] ?? `column ${cell.column + 1}`,
  was: maskText(cell.was),
  becomes: maskText(cell.becomes),
  because: "because" in cell ? cell.because : "",
});
