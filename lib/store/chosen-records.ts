import type { RecordKind } from "../domain/fixable.ts";
import type { Db, Tx } from "./client.ts";
import { placeSql } from "./fixable.ts";
import { Prisma } from "./generated/client.ts";
import { heldSql } from "./held.ts";
import { fittingSql, type RecordFilter } from "./record-page.ts";
import { searchOf } from "./record-search.ts";

/** Records that a person chose: whatever fits a filter, or of that only these. */
export type Chosen = { filter: RecordFilter; ids?: readonly string[] | undefined };

/** The same with the words that were searched for found out (record-search.ts). */
export async function chosenOf(
  db: Db | Tx,
  migrationId: string,
  {
    filter: { search = "", ...filter },
    ids,
  }: { filter: Omit<RecordFilter, "search"> & { search?: string }; ids?: readonly string[] },
): Promise<Chosen> {
  return { filter: { ...filter, search: await searchOf(db, migrationId, search) }, ids };
}

/** Chosen records of one file and kind. `held`: a submitted chunk holds them; no record is counted under two of the last four. */
export type ChosenGroup = RecordKind & {
  fileId: string;
  records: number;
  held: number;
  excluded: number;
  unchecked: number;
  fixable: number;
  /** Another number as soon as other records are chosen, or one of them says something else. */
  mark: bigint;
};

/** What was chosen, by file and kind. */
export const groupsOfChosen = (db: Db | Tx, migrationId: string, chosen: Chosen): Promise<ChosenGroup[]> =>
  db.$queryRaw<ChosenGroup[]>`
    select "fileId"::text as "fileId", role::text as role, "entityType"::text as "entityType", place, count(*)::int as records,
      (count(*) filter (where held))::int as held, (count(*) filter (where not held and readiness = 'excluded'))::int as excluded,
      (count(*) filter (where not held and readiness = 'unchecked'))::int as unchecked,
      (count(*) filter (where not held and readiness in ('ready', 'invalid')))::int as fixable, bit_xor(mark) as mark
    from (${rowsOf(migrationId, chosen)}) as rows group by "fileId", role, "entityType", place order by 1, 2, 3, 4`;

/** The ids of those that may be changed: in order, so that two people take them in the same. */
export async function idsOfChosen(
  tx: Tx,
  migrationId: string,
  chosen: Chosen,
  among: "fixable" | "excluded",
): Promise<string[]> {
  const of = { fixable: Prisma.sql`readiness in ('ready', 'invalid')`, excluded: Prisma.sql`readiness = 'excluded'` };
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text as id from (${rowsOf(migrationId, chosen)}) as rows where not held and ${of[among]} order by 1`;
  return rows.map(({ id }) => id);
}

/**
 * The mark is made of the transactions (`xmin`) that last wrote each record and its link: to read what 100,000 of them say takes three times as
 * long. `offset 0` keeps the server from asking anew in each of the counts whether a record is held; and where nothing was submitted yet it is
 * asked of none.
 */
const rowsOf = (migrationId: string, { filter, ids }: Chosen): Prisma.Sql => Prisma.sql`
  select r.id, r."fileId", r.role, r."entityType", r.readiness, (${holdsSomethingSql(migrationId)} and ${Prisma.raw(heldSql("r"))}) as held, ${placeSql} as place,
    hash_record_extended(row(r.id, r.xmin, l.xmin), 0) as mark
  from (select r.id as chosen ${fittingSql(migrationId, filter)} ${ids ? Prisma.sql`and r.id = any(${[...ids]}::uuid[])` : Prisma.empty}) as fitting
    join "Record" r on r.id = fitting.chosen left join "Link" l on l."recordId" = r.id offset 0`;

const holdsSomethingSql = (migrationId: string): Prisma.Sql =>
  Prisma.sql`exists (select 1 from "Chunk" submitted where submitted."migrationId" = ${migrationId}::uuid and submitted.status <> 'draft')`;
