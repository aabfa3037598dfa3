import type { PlacedCell, PlacedCorrection, StandingCorrections } from "../domain/corrected-row.ts";
import { placeOfRecord, recordIdOf, recordSlotMax } from "../domain/record-id.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

type FileOf = { id: string; number: number };
/** Which corrections count: those that are not undone, or those of certain fixes, whatever became of them since. */
type Which = { rowNumbers?: readonly number[]; fixIds?: readonly string[] };

/** What stands of the corrections of a file, or of some of its rows: the newest of each field and of each cell. */
export async function standingCorrections(
  db: Db | Tx,
  file: FileOf,
  { rowNumbers, fixIds }: Which = {},
): Promise<StandingCorrections> {
  const counts = fixIds ? Prisma.sql`f.id = any(${[...fixIds]}::uuid[])` : Prisma.sql`f."undoneAt" is null`;
  const rank = Prisma.sql`(extract(epoch from f.at) * 1000)::float8 as rank`;
  const fields = await db.$queryRaw<{ recordId: string; field: string; text: string; rank: number }[]>`
    select distinct on (c."recordId", c.field) c."recordId"::text as "recordId", c.field, c.text, ${rank}
    from ${rowNumbers ? ofRows(file, rowNumbers) : Prisma.sql`"Correction" c`} join "Fix" f on f.id = c."fixId"
    where c."fileId" = ${file.id}::uuid and ${counts}
    order by c."recordId", c.field, f.at desc, f.id desc`;
  const cells = await db.$queryRaw<PlacedCell[]>`
    select distinct on (c."rowNumber", c."column") c."rowNumber", c."column", c.text, ${rank}
    from "CellCorrection" c join "Fix" f on f.id = c."fixId"
    where c."fileId" = ${file.id}::uuid and ${counts} ${rowNumbers ? Prisma.sql`and c."rowNumber" = any(${[...rowNumbers]}::int[])` : Prisma.empty}
    order by c."rowNumber", c."column", f.at desc, f.id desc`;
  return { fields: fields.map(placed), cells };
}

const placed = ({
  recordId,
  ...rest
}: {
  recordId: string;
  field: string;
  text: string;
  rank: number;
}): PlacedCorrection => ({
  place: placeOfRecord(recordId),
  ...rest,
});

/**
 * Corrections of every record that these rows make or could make, row by row in the index. `offset 0` keeps the server from comparing all
 * corrections of the file with all rows instead, which grows with the product of both.
 */
const ofRows = ({ number }: FileOf, rowNumbers: readonly number[]): Prisma.Sql => {
  const first = rowNumbers.map((row) => recordIdOf(number, row));
  const last = rowNumbers.map((row) => recordIdOf(number, row, recordSlotMax));
  return Prisma.sql`unnest(${first}::uuid[], ${last}::uuid[]) as span(first, last)
    cross join lateral (select * from "Correction" o where o."recordId" between span.first and span.last offset 0) c`;
};

export type NewFix = {
  migrationId: string;
  fileId: string;
  reason: string;
  byId: string;
  recordIds: readonly string[];
  texts: Readonly<Record<string, string>>;
};

/** Keeps what a person says of these records, all alike. Nothing is checked again yet. @returns the id of the fix */
export async function keepFix(tx: Tx, { recordIds, texts, ...fix }: NewFix): Promise<string> {
  const fields = Object.keys(texts);
  const { id } = await tx.fix.create({ data: { ...fix, fields, records: recordIds.length } });
  for (const [field, text] of Object.entries(texts)) {
    await tx.$executeRaw`
      insert into "Correction" ("fixId", "recordId", "fileId", field, text)
      select ${id}::uuid, r, ${fix.fileId}::uuid, ${field}, ${text} from unnest(${[...recordIds]}::uuid[]) as r`;
  }
  return id;
}

export type NewCellFix = {
  migrationId: string;
  fileId: string;
  reason: string;
  byId: string;
  cells: readonly { rowNumber: number; column: number; text: string }[];
};

const cellsPerStatement = 10_000;

/** Keeps cells as a return says they are. Nothing is checked again yet. @returns the id of the fix, and how many rows it concerns */
export async function keepCellFix(tx: Tx, { cells, ...fix }: NewCellFix): Promise<{ fixId: string; rows: number }> {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const rows = new Set(cells.map(({ rowNumber }) => rowNumber)).size;
  const { id } = await tx.fix.create({ data: { ...fix, cells: cells.length, columns, records: rows } });
  for (let at = 0; at < cells.length; at += cellsPerStatement) {
    const some = JSON.stringify(cells.slice(at, at + cellsPerStatement));
    await tx.$executeRaw`
      insert into "CellCorrection" ("fixId", "fileId", "rowNumber", "column", text)
      select ${id}::uuid, ${fix.fileId}::uuid, n."rowNumber", n."column", n.text
      from jsonb_to_recordset(${some}::jsonb) as n("rowNumber" int, "column" int, text text)`;
  }
  return { fixId: id, rows };
}

/** The rows of a fix of cells in order, after so many. */
export async function rowsOfFix(tx: Tx, fixId: string, after: number, count: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ rowNumber: number }[]>`
    select distinct "rowNumber" from "CellCorrection" where "fixId" = ${fixId}::uuid order by 1 offset ${after} limit ${count}`;
  return rows.map(({ rowNumber }) => rowNumber);
}

/** The records of a fix in order, after so many. */
export async function recordsOfFix(tx: Tx, fixId: string, after: number, count: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct "recordId"::text as id from "Correction" where "fixId" = ${fixId}::uuid order by 1 offset ${after} limit ${count}`;
  return rows.map(({ id }) => id);
}

/**
 * What a person saw of a record before they correct it: the mapping that made it, and the newest fix of it or of its row. Another one,
 * and somebody else was there first.
 */
export async function seenOf(db: Db | Tx, record: { id: string; mappingVersion: number }): Promise<string> {
  const [row] = await db.$queryRaw<{ last: string | null; undone: number }[]>`
    select (max(f.id::text)) as last, (count(f."undoneAt"))::int as undone
    from (
      select c."fixId" from "Correction" c where c."recordId" = ${record.id}::uuid
      union all select c."fixId" from "Record" r join "CellCorrection" c on c."fileId" = r."fileId" and c."rowNumber" = r."rowNumber" where r.id = ${record.id}::uuid
    ) mine join "Fix" f on f.id = mine."fixId"`;
  return `${record.mappingVersion}-${row?.last ?? "none"}-${row?.undone ?? 0}`;
}
