import type { RecordKind, RecordPlace } from "../domain/fixable.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { heldSql } from "./held.ts";
import { type Cause, causeSql } from "./record-ids-of-cause.ts";

const held = Prisma.raw(heldSql("r"));

/** Records of a cause that may be corrected: judged, and held by no submitted chunk; and how many of the others are held. `value` undefined: whatever they say. */
export async function fixableOfCause(
  tx: Tx,
  migrationId: string,
  cause: Cause,
  value: string | null | undefined,
): Promise<{ ids: string[]; held: number }> {
  const rows = await tx.$queryRaw<{ id: string; held: boolean }[]>`
    select distinct r.id::text as id, ${held} as held from "Issue" i join "Record" r on r.id = i."recordId"
    where i."migrationId" = ${migrationId}::uuid ${causeSql(cause)} and r.readiness in ('ready', 'invalid')
      ${value === undefined ? Prisma.empty : Prisma.sql`and i.value is not distinct from ${value}`}
    order by 1`;
  return { ids: rows.filter((row) => !row.held).map(({ id }) => id), held: rows.filter((row) => row.held).length };
}

/** SQL: the place in a company that comes with a record, by its link `l` (lib/domain/fixable.ts). */
export const placeSql = Prisma.sql`(case when l."recordId" is null then 'none' when l."ownerId" is null then 'named' else 'own_row' end)`;

/** What these records are: one line for each kind among them, with the first of it. */
export async function kindsOf(tx: Tx, recordIds: readonly string[]): Promise<(RecordKind & { first: string })[]> {
  return tx.$queryRaw<(RecordKind & { first: string })[]>`
    select r.role::text as role, r."entityType"::text as "entityType", ${placeSql} as place, min(r.id::text) as first
    from "Record" r left join "Link" l on l."recordId" = r.id where r.id = any(${[...recordIds]}::uuid[]) group by 1, 2, 3 order by 4`;
}

/** The place in a company that comes with this record. */
export async function placeOfRecord(tx: Db | Tx, recordId: string): Promise<RecordPlace> {
  const link = await tx.link.findUnique({ where: { recordId }, select: { ownerId: true } });
  if (!link) return "none";
  return link.ownerId === null ? "named" : "own_row";
}

/** How many records of a fix a submitted chunk holds. */
export async function countHeldOfFix(tx: Tx, fixId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select count(distinct r.id)::int as n from "Record" r where ${held} and (
      r.id in (select c."recordId" from "Correction" c where c."fixId" = ${fixId}::uuid)
      or exists (select 1 from "Fix" f join "CellCorrection" c on c."fixId" = f.id where f.id = ${fixId}::uuid and c."fileId" = r."fileId" and c."rowNumber" = r."rowNumber"))`;
  return row?.n ?? 0;
}

/** Is this record held by a submitted chunk? */
export async function isHeld(tx: Db | Tx, recordId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { held: boolean }[]
  >`select ${held} as held from "Record" r where r.id = ${recordId}::uuid`;
  return row?.held ?? false;
}

/** The different values a cause complains about, most frequent first; at most `most`. */
export async function valuesOfCause(
  tx: Db | Tx,
  migrationId: string,
  cause: Cause,
  most: number,
): Promise<{ values: { value: string | null; count: number }[]; different: number }> {
  const values = await tx.$queryRaw<{ value: string | null; count: number; different: number }[]>`
    select value, count, (count(*) over ())::int as different from (
      select i.value, count(distinct i."recordId")::int as count from "Issue" i join "Record" r on r.id = i."recordId"
      where i."migrationId" = ${migrationId}::uuid ${causeSql(cause)} and r.readiness <> 'excluded' group by 1
    ) counted order by count desc, value limit ${most}`;
  return { values: values.map(({ value, count }) => ({ value, count })), different: values[0]?.different ?? 0 };
}
