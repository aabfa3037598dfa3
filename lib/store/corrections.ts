import { placeOfRecord } from "../domain/record-id.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** A correction as a check takes it: the place of the record in its file (lib/domain/record-id.ts), the field, and the text. */
export type PlacedCorrection = { place: number; field: string; text: string };

/** What stands of the corrections of a file, or of some of its records: the newest of each field that is not undone. */
export async function standingCorrections(
  db: Db | Tx,
  fileId: string,
  recordIds?: readonly string[],
): Promise<PlacedCorrection[]> {
  const rows = await db.$queryRaw<{ recordId: string; field: string; text: string }[]>`
    select distinct on (c."recordId", c.field) c."recordId"::text as "recordId", c.field, c.text
    from "Correction" c join "Fix" f on f.id = c."fixId"
    where c."fileId" = ${fileId}::uuid and f."undoneAt" is null
      ${recordIds ? Prisma.sql`and c."recordId" = any(${[...recordIds]}::uuid[])` : Prisma.empty}
    order by c."recordId", c.field, f.at desc, f.id desc`;
  return rows.map(({ recordId, field, text }) => ({ place: placeOfRecord(recordId), field, text }));
}

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

/** The records of a fix in order, after so many. */
export async function recordsOfFix(tx: Tx, fixId: string, after: number, count: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct "recordId"::text as id from "Correction" where "fixId" = ${fixId}::uuid order by 1 offset ${after} limit ${count}`;
  return rows.map(({ id }) => id);
}

/**
 * What a person saw of a record before they correct it: the mapping that made it, and the newest fix of it. Another one, and somebody
 * else was there first.
 */
export async function seenOf(db: Db | Tx, record: { id: string; mappingVersion: number }): Promise<string> {
  const [row] = await db.$queryRaw<{ last: string | null; undone: number }[]>`
    select (max(f.id::text)) as last, (count(f."undoneAt"))::int as undone
    from "Correction" c join "Fix" f on f.id = c."fixId" where c."recordId" = ${record.id}::uuid`;
  return `${record.mappingVersion}-${row?.last ?? "none"}-${row?.undone ?? 0}`;
}
