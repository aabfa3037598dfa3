import { randomUUID } from "node:crypto";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { heldSql } from "./held.ts";

const held = Prisma.raw(heldSql("r"));

/** How many of these records are there, may not change, or are not checked yet. */
export async function standingOfMany(
  tx: Tx,
  migrationId: string,
  ids: readonly string[],
): Promise<{ known: number; held: number; unchecked: number }> {
  const [row] = await tx.$queryRaw<{ known: number; held: number; unchecked: number }[]>`
    select count(*)::int as known, (count(*) filter (where ${held}))::int as held, (count(*) filter (where r.readiness = 'unchecked'))::int as unchecked
    from "Record" r where r."migrationId" = ${migrationId}::uuid and r.id = any(${[...ids]}::uuid[])`;
  return row ?? { known: 0, held: 0, unchecked: 0 };
}

type Exclusion = { migrationId: string; ids: readonly string[]; byId: string; reason: string; at: Date };

/** Excludes those that are ready or invalid and held by no chunk, as one act, with a Transition row each. @returns their ids */
export async function excludeNow(tx: Tx, { migrationId, ids, byId, reason, at }: Exclusion): Promise<string[]> {
  const exclusionId = randomUUID();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with before as (
      select r.id, r.readiness from "Record" r
      where r."migrationId" = ${migrationId}::uuid and r.id = any(${[...ids]}::uuid[]) and r.readiness in ('ready', 'invalid') and not ${held}
      order by r.id for update
    ), moved as (
      update "Record" r set readiness = 'excluded', "excludedReason" = ${reason}, "excludedById" = ${byId}, "exclusionId" = ${exclusionId}::uuid from before where r.id = before.id returning r.id
    ), logged as (
      insert into "Transition" (machine, "subjectId", "from", "to", "byId", because)
      select 'record readiness', id, readiness::text, 'excluded', ${byId}, ${reason} from before
    ), act as (
      insert into "Exclusion" (id, "migrationId", records, reason, "byId", at)
      select ${exclusionId}::uuid, ${migrationId}::uuid, count(*), ${reason}, ${byId}, ${at} from before having count(*) > 0
    )
    select id::text from moved`;
  return rows.map((row) => row.id);
}

/** Takes back in what is excluded; it is unchecked until it is judged, which the caller does in the same transaction. @returns their ids */
export async function includeNow(
  tx: Tx,
  { migrationId, ids, byId }: Omit<Exclusion, "reason" | "at">,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with before as (
      select r.id from "Record" r
      where r."migrationId" = ${migrationId}::uuid and r.id = any(${[...ids]}::uuid[]) and r.readiness = 'excluded'
      order by r.id for update
    ), moved as (
      update "Record" r set readiness = 'unchecked', "excludedReason" = null, "excludedById" = null, "exclusionId" = null from before where r.id = before.id returning r.id
    ), logged as (
      insert into "Transition" (machine, "subjectId", "from", "to", "byId", because)
      select 'record readiness', id, 'excluded', 'unchecked', ${byId}, 'It is taken back in and checked again.' from before
    )
    select id::text from moved`;
  return rows.map((row) => row.id);
}

/** Records that are still left out by this act. */
export async function idsOfExclusion(tx: Tx, migrationId: string, exclusionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select r.id::text as id from "Record" r
    where r."migrationId" = ${migrationId}::uuid and r.readiness <> 'ready' and r.readiness = 'excluded' and r."exclusionId" = ${exclusionId}::uuid order by 1`;
  return rows.map(({ id }) => id);
}

/** How many records each act still leaves out. */
export async function standingExclusions(db: Db | Tx, migrationId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; n: number }[]>`
    select r."exclusionId"::text as id, count(*)::int as n from "Record" r
    where r."migrationId" = ${migrationId}::uuid and r.readiness <> 'ready' and r.readiness = 'excluded' and r."exclusionId" is not null group by 1`;
  return new Map(rows.map(({ id, n }) => [id, n]));
}
