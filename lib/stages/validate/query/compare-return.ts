import { createHash } from "node:crypto";
import { feedingColumns, rowShower } from "../../../domain/corrected-row.ts";
import { mappingBodySchema } from "../../../domain/mapping.ts";
import { readRowId } from "../../../domain/row-id.ts";
import type { Db, Tx } from "../../../store/client.ts";
import { standingCorrections } from "../../../store/corrections.ts";
import type { Return, SourceFile } from "../../../store/generated/client.ts";
import { fixedRows, problemFieldsOf } from "../../../store/problem-rows.ts";
import type { StoredRow } from "../../../store/row-blocks.ts";
import { sourceRowsAfter, sourceRowsAt } from "../../../store/source-rows.ts";
import { isBlankRow, returnedColumns } from "../returned-columns.ts";
import { type ComparedCell, comparedCells, isEmptied, type RowThreeWays } from "../returned-row.ts";
import { rowDigest } from "../row-digest.ts";

/** Why a whole returned row is not taken. */
export const rowTroubles = {
  no_id: "have no row id",
  other_sheet: "are of another problem sheet",
  doubled: "have the id of another row of this file",
  unlike: "are not as they were downloaded: the id was changed, or the source file was read anew since",
  emptied: "were emptied. To leave a client out, exclude it",
  held: "are of clients in a submitted chunk, and stay as its approver saw them",
  excluded: "are of clients that are left out",
} as const;
export type RowTrouble = keyof typeof rowTroubles;

export type ComparedReturn = {
  cells: ComparedCell[];
  rows: number;
  blankRows: number;
  troubles: Map<RowTrouble, number>;
  missingColumns: readonly string[];
  unknownColumns: readonly string[];
  /** Rows of the problem sheet that did not come back; null: not known. */
  missingRows: number | null;
  /** Equal for equal changes: what a person saw is what is applied. */
  seen: string;
};

const rowsAtOnce = 512;

/** Compares a return with what was downloaded and with what stands now, some rows at a time. Undefined when its mapping is gone: the file was read anew. */
export async function compareReturn(
  db: Db | Tx,
  returned: Return,
  file: SourceFile,
): Promise<ComparedReturn | undefined> {
  const compare = await rowsComparer(db, returned, file);
  if (!compare) return undefined;
  const { missing, unknown } = returnedColumns(returned.columns, file.columns);
  const seenRows = new Set<number>();
  const doubled = new Set<number>();
  const troubles = new Map<RowTrouble, number>();
  const trouble = (what: RowTrouble) => void troubles.set(what, (troubles.get(what) ?? 0) + 1);
  let cells: ComparedCell[] = [];
  let rows = 0;
  let blankRows = 0;
  for (let after = 0; ; ) {
    const page = await sourceRowsAfter(db, returned.id, after, rowsAtOnce);
    if (page.length === 0) break;
    after = page.at(-1)?.rowNumber ?? after;
    const known: KnownRow[] = [];
    for (const row of page) {
      const id = readRowId(row.cells[returned.idColumn] ?? "");
      if (isBlankRow(row.cells)) blankRows++;
      else if (!id) trouble("no_id");
      else if (id.sheet !== compare.sheetNumber) trouble("other_sheet");
      else if (seenRows.has(id.rowNumber)) {
        trouble("doubled");
        doubled.add(id.rowNumber);
      } else {
        seenRows.add(id.rowNumber);
        known.push({ row, rowNumber: id.rowNumber, digest: id.digest });
      }
    }
    rows += page.length;
    cells.push(...(await compare.some(known, trouble)));
  }
  // Which of two rows with one id is meant nobody can tell.
  if (doubled.size > 0) {
    cells = cells.filter(({ rowNumber }) => !doubled.has(rowNumber));
    troubles.set("doubled", (troubles.get("doubled") ?? 0) + doubled.size);
  }
  const missingRows = compare.sheetRows === null ? null : Math.max(0, compare.sheetRows - seenRows.size);
  return {
    cells,
    rows: rows - blankRows,
    blankRows,
    troubles,
    missingColumns: missing,
    unknownColumns: unknown,
    missingRows,
    seen: digestOf(cells),
  };
}

function digestOf(cells: readonly ComparedCell[]): string {
  const hash = createHash("sha256");
  for (const { rowNumber, column, was, becomes, verdict } of cells)
    if (verdict === "changed") hash.update(JSON.stringify([rowNumber, column, was, becomes]));
  return hash.digest("hex");
}

type KnownRow = { row: StoredRow; rowNumber: number; digest: string };

async function rowsComparer(db: Db | Tx, returned: Return, file: SourceFile) {
  const sheet = await db.problemSheet.findUniqueOrThrow({ where: { id: returned.sheetId } });
  const mappingOf = async (version: number) => {
    const mapping = await db.mapping.findUnique({ where: { fileId_version: { fileId: file.id, version } } });
    return mapping && mappingBodySchema.parse(mapping.body);
  };
  const then = await mappingOf(sheet.mappingVersion);
  const current = await mappingOf(file.checkedVersion ?? sheet.mappingVersion);
  if (!then || !current) return undefined;
  const { sourceOf } = returnedColumns(returned.columns, file.columns);
  const columnsOf = feedingColumns(current);
  return {
    sheetNumber: sheet.number,
    sheetRows: sheet.rows,
    async some(known: readonly KnownRow[], trouble: (what: RowTrouble) => void): Promise<ComparedCell[]> {
      const rowNumbers = known.map(({ rowNumber }) => rowNumber);
      if (rowNumbers.length === 0) return [];
      const sources = await sourceRowsAt(db, file.id, rowNumbers);
      const baseOf = rowShower(
        await standingCorrections(db, file, { rowNumbers, fixIds: sheet.fixIds }),
        then,
        file.columns.length,
      );
      const nowOf = rowShower(await standingCorrections(db, file, { rowNumbers }), current, file.columns.length);
      const touched = known.flatMap(({ row, rowNumber, digest }): Omit<RowThreeWays, "problems">[] => {
        const source = sources.get(rowNumber);
        const base = source && baseOf(rowNumber, source.cells);
        if (!base || rowDigest(sheet.id, rowNumber, base.cells) !== digest) {
          trouble("unlike");
          return [];
        }
        const came = row.cells.flatMap((text, place) => {
          const column = sourceOf(place);
          return column === -1 ? [] : [{ column, text }];
        });
        if (came.every(({ column, text }) => text === (base.cells[column] ?? ""))) return [];
        return [{ rowNumber, base, now: nowOf(rowNumber, source.cells), came }];
      });
      if (touched.length === 0) return [];
      const touchedRows = touched.map(({ rowNumber }) => rowNumber);
      const problems = Map.groupBy(await problemFieldsOf(db, file.number, touchedRows), ({ rowNumber }) => rowNumber);
      const fixed = await fixedRows(db, file.number, touchedRows);
      return touched.flatMap((row) => {
        const wrong = problems.get(row.rowNumber) ?? [];
        const columns = new Set(wrong.flatMap(({ slot, field }) => columnsOf(slot, field)));
        const compared = comparedCells({ ...row, problems: columns });
        if (compared.every(({ verdict }) => verdict !== "changed")) return compared;
        const because = isEmptied(row) ? "emptied" : fixed.get(row.rowNumber);
        if (!because) return compared;
        trouble(because);
        return compared.filter(({ verdict }) => verdict !== "changed");
      });
    },
  };
}
