import type { z } from "zod";
import type { SignedInContext } from "../../../context.ts";
import type { problemSheetParams, problemSheetQuery } from "../../../contracts/returns.ts";
import { rowShower } from "../../../domain/corrected-row.ts";
import { type MappingBody, mappingBodySchema } from "../../../domain/mapping.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { rowIdOf, sheetHeaders } from "../../../domain/row-id.ts";
import { byteOrderMark, csvLine } from "../../../sheets/csv-line.ts";
import { type RowOut, workbookOf } from "../../../sheets/workbook-of.ts";
import { standingCorrections } from "../../../store/corrections.ts";
import type { ProblemSheet, SourceFile } from "../../../store/generated/client.ts";
import { problemRows } from "../../../store/problem-rows.ts";
import { sourceRowsAt } from "../../../store/source-rows.ts";
import { factsSchema } from "../facts.ts";
import { xlsxProblems } from "../query/count-problems.ts";
import { rowDigest } from "../row-digest.ts";
import { sheetHelp, sheetRowMaker } from "../sheet-row.ts";

export type ProblemSheetAsked = z.output<typeof problemSheetQuery> &
  Pick<z.output<typeof problemSheetParams>, "format">;

/**
 * The rows of a file with problems, to be corrected in a spreadsheet: in the source's own columns, as they stand now, with an id of each
 * row, what is wrong and how to put it right. The sheet is noted, so that its return is compared with what was downloaded; its pieces are
 * made while they are read.
 */
export async function openProblemSheet(
  ctx: SignedInContext,
  fileId: string,
  asked: ProblemSheetAsked,
): Promise<Outcome<{ name: string; pieces: AsyncGenerator<Uint8Array> }>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file || file.status === "withdrawn") return refused("not_found", "There is no such file.");
  if (file.checkedVersion === null || file.checkingVersion !== null)
    return refused(
      "not_now",
      "The file is not checked yet, or is being checked again. Its problems are known when that has ended.",
    );
  const because = asked.format === "xlsx" && (await xlsxProblems(ctx.db, [file])).get(fileId);
  if (because) return refused("not_met", because);
  const mapping = await ctx.db.mapping.findUniqueOrThrow({
    where: { fileId_version: { fileId, version: file.checkedVersion } },
  });
  const fixes = await ctx.db.fix.findMany({ where: { fileId, undoneAt: null }, select: { id: true } });
  const sheet = await ctx.db.problemSheet.create({
    data: {
      migrationId: file.migrationId,
      fileId,
      mappingVersion: mapping.version,
      fixIds: fixes.map(({ id }) => id),
      byId: ctx.operator.id,
    },
  });
  const rows = rowsOut(ctx, { file, sheet, mapping: mappingBodySchema.parse(mapping.body), asked });
  const header = [...sheetHeaders, ...file.columns];
  return done({ name: `problems-${file.name}`, pieces: piecesBy[asked.format](header, rows) });
}

type Work = { file: SourceFile; sheet: ProblemSheet; mapping: MappingBody; asked: ProblemSheetAsked };

async function* rowsOut(
  ctx: SignedInContext,
  { file, sheet, mapping, asked }: Work,
): AsyncGenerator<Exclude<RowOut, readonly string[]>> {
  const { which, code, field, role } = asked;
  const severities = which === "errors" ? (["error"] as const) : (["error", "warning"] as const);
  const make = sheetRowMaker(mapping);
  const cause = { ...(code && { code }), ...(field !== undefined && { field }), ...(role && { role }) };
  let count = 0;
  for await (const problems of problemRows(ctx.db, file, { severities, cause })) {
    const rowNumbers = [...problems.keys()];
    const [rows, standing] = await Promise.all([
      sourceRowsAt(ctx.db, file.id, rowNumbers),
      standingCorrections(ctx.db, file, { rowNumbers, fixIds: sheet.fixIds }),
    ]);
    const show = rowShower(standing, mapping, file.columns.length);
    for (const [rowNumber, found] of problems) {
      const row = rows.get(rowNumber);
      if (!row) continue;
      const { cells } = show(rowNumber, row.cells);
      const id = rowIdOf({ sheet: sheet.number, rowNumber, digest: rowDigest(sheet.id, rowNumber, cells) });
      count++;
      yield make(
        id,
        cells,
        found.map((each) => ({ ...each, facts: factsSchema.parse(each.facts) })),
      );
    }
  }
  await ctx.db.problemSheet.update({ where: { id: sheet.id }, data: { rows: count } });
}

type Pieces = (
  header: readonly string[],
  rows: AsyncIterable<Exclude<RowOut, readonly string[]>>,
) => AsyncGenerator<Uint8Array>;

const piecesBy: Record<ProblemSheetAsked["format"], Pieces> = {
  xlsx: (header, rows) =>
    workbookOf([
      { name: "Problems", header, rows, widths: [22, 60, 60] },
      { name: "How to use this", header: ["How to correct and return this file"], rows: sheetHelp, widths: [120] },
    ]),
  csv: csvPieces,
};

const lettersPerPiece = 64 * 1024;

async function* csvPieces(...[header, rows]: Parameters<Pieces>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = byteOrderMark + csvLine(header);
  for await (const { cells } of rows) {
    text += csvLine(cells);
    if (text.length < lettersPerPiece) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}
