import type { MatchDecision, MatchGrounds } from "../domain/profile-match.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { heldSql } from "./held.ts";

type Place = { migrationId: string; connectionId: string };
export type ComparedPair = { recordId: string; profileId: string; grounds: MatchGrounds; comparedDigest: string };

/** Keeps what comparing found. A decision stands as long as the grounds and the client's own data are what they were. */
export async function keepMatches(db: Db, place: Place, pairs: readonly ComparedPair[], at: Date): Promise<void> {
  if (pairs.length === 0) return;
  const isSame = Prisma.sql`"ProfileMatch".grounds = excluded.grounds and "ProfileMatch"."comparedDigest" = excluded."comparedDigest"`;
  await db.$executeRaw`
    insert into "ProfileMatch" (id, "migrationId", "connectionId", "recordId", "profileId", grounds, "comparedDigest", "comparedAt")
    select gen_random_uuid(), ${place.migrationId}::uuid, ${place.connectionId}::uuid, p.record, p.profile, p.grounds::"MatchGrounds", p.digest, ${at}
    from unnest(${pairs.map(({ recordId }) => recordId)}::uuid[], ${pairs.map(({ profileId }) => profileId)}::text[], ${pairs.map(({ grounds }) => grounds)}::text[], ${pairs.map(({ comparedDigest }) => comparedDigest)}::text[]) as p(record, profile, grounds, digest)
    on conflict ("connectionId", "recordId", "profileId") do update set "migrationId" = excluded."migrationId", grounds = excluded.grounds,
      "comparedDigest" = excluded."comparedDigest", "comparedAt" = excluded."comparedAt",
      decision = case when ${isSame} then "ProfileMatch".decision end, reason = case when ${isSame} then "ProfileMatch".reason end,
      "decidedById" = case when ${isSame} then "ProfileMatch"."decidedById" end, "decidedAt" = case when ${isSame} then "ProfileMatch"."decidedAt" end`;
}

const held = Prisma.raw(heldSql("r"));

/** SQL: a match `m` of a client `r` that waits for a person. A client that takes over one profile, or stays behind, waits for nothing. */
export const isUndecided = Prisma.sql`(m.decision is null and m.grounds <> 'another' and r.readiness <> 'excluded'
  and not exists (select 1 from "ProfileMatch" o where o."connectionId" = m."connectionId" and o."recordId" = m."recordId" and o.decision = 'adopt')
  and not exists (select 1 from "Delivery" d where d."recordId" = m."recordId" and d."connectionId" = m."connectionId" and d."profileId" is not null))`;

/** Which matches a decision is about: those a person chose, or all undecided ones of one kind of grounds. */
export type ChosenMatches = { matchIds: readonly string[] } | { grounds: MatchGrounds };

/**
 * Decides. One client takes over one profile, and one profile becomes one client: where several could, a person chooses one by one. What a
 * submitted chunk holds stays as its approver saw it. @returns how many were decided now
 */
export function decideMatches(
  tx: Tx,
  { migrationId, connectionId }: Place,
  chosen: ChosenMatches,
  { decision, reason, byId, at }: { decision: MatchDecision; reason: string; byId: string; at: Date },
): Promise<number> {
  const which =
    "matchIds" in chosen
      ? Prisma.sql`m.id = any(${[...chosen.matchIds]}::uuid[])`
      : Prisma.sql`m.grounds = ${chosen.grounds}::"MatchGrounds"`;
  const isFit =
    decision === "adopt"
      ? Prisma.sql`"ofRecord" = 1 and "ofProfile" = 1 and not exists (
          select 1 from "ProfileMatch" o where o."connectionId" = ${connectionId}::uuid and o."profileId" = open."profileId" and o.decision = 'adopt')`
      : Prisma.sql`true`;
  return tx.$executeRaw`
    with open as (
      select m.id, m."profileId", count(*) over (partition by m."recordId") as "ofRecord", count(*) over (partition by m."profileId") as "ofProfile"
      from "ProfileMatch" m join "Record" r on r.id = m."recordId"
      where m."migrationId" = ${migrationId}::uuid and m."connectionId" = ${connectionId}::uuid and ${which} and ${isUndecided} and not ${held}
    )
    update "ProfileMatch" m set decision = ${decision}::"MatchDecision", reason = ${reason}, "decidedById" = ${byId}, "decidedAt" = ${at}
    from open where m.id = open.id and ${isFit}`;
}

/** Takes a decision back, while no submitted chunk holds the client. @returns how many */
export const takeBackDecision = (tx: Tx, { migrationId, connectionId }: Place, matchId: string): Promise<number> =>
  tx.$executeRaw`
    update "ProfileMatch" m set decision = null, reason = null, "decidedById" = null, "decidedAt" = null from "Record" r
    where m.id = ${matchId}::uuid and m."migrationId" = ${migrationId}::uuid and m."connectionId" = ${connectionId}::uuid and m.decision is not null
      and r.id = m."recordId" and not ${held}
      and not exists (select 1 from "Delivery" d where d."recordId" = m."recordId" and d."connectionId" = m."connectionId" and d."profileId" is not null)`;

export type MatchCounts = {
  undecided: Partial<Record<MatchGrounds, number>>;
  adopt: number;
  create: number;
  another: number;
};

/** How many matches of a migration wait, by grounds, and what became of the others. */
export async function countMatches(db: Db, { migrationId, connectionId }: Place): Promise<MatchCounts> {
  const rows = await db.$queryRaw<{ part: string; grounds: MatchGrounds; n: number }[]>`
    select case when ${isUndecided} then 'undecided' else coalesce(m.decision::text, case when m.grounds = 'another' then 'another' else 'settled' end) end as part, m.grounds::text as grounds, count(*)::int as n
    from "ProfileMatch" m join "Record" r on r.id = m."recordId"
    where m."migrationId" = ${migrationId}::uuid and m."connectionId" = ${connectionId}::uuid group by 1, 2`;
  const sumOf = (part: string) => rows.filter((row) => row.part === part).reduce((sum, { n }) => sum + n, 0);
  return {
    undecided: Object.fromEntries(
      rows.filter(({ part }) => part === "undecided").map(({ grounds, n }) => [grounds, n]),
    ),
    adopt: sumOf("adopt"),
    create: sumOf("create"),
    another: sumOf("another"),
  };
}

export type MatchList = "undecided" | MatchDecision | "another";
export type MatchRow = {
  id: string;
  recordId: string;
  reference: string | null;
  displayName: string;
  entityType: "individual" | "company";
  profileId: string;
  grounds: MatchGrounds;
  reason: string | null;
  decidedById: string | null;
  decidedAt: Date | null;
};

const whereOf: Record<MatchList, Prisma.Sql> = {
  undecided: isUndecided,
  adopt: Prisma.sql`m.decision = 'adopt'`,
  create: Prisma.sql`m.decision = 'create'`,
  another: Prisma.sql`(m.decision is null and m.grounds = 'another')`,
};

const place = (alias: string) => Prisma.raw(`(${alias}.grounds, ${alias}."recordId", ${alias}.id)`);

/** One page of a list, most telling grounds first, then by client: behind the match of the id `after`. */
export const pageOfMatches = (
  db: Db,
  { migrationId, connectionId }: Place,
  list: MatchList,
  after: string | undefined,
  size: number,
): Promise<MatchRow[]> =>
  db.$queryRaw<MatchRow[]>`
    select m.id::text as id, m."recordId"::text as "recordId", r.reference, r."displayName", r."entityType"::text as "entityType", m."profileId",
      m.grounds::text as grounds, m.reason, m."decidedById", m."decidedAt"
    from "ProfileMatch" m join "Record" r on r.id = m."recordId"
    where m."migrationId" = ${migrationId}::uuid and m."connectionId" = ${connectionId}::uuid and ${whereOf[list]}
      ${after ? Prisma.sql`and ${place("m")} > (select ${place("last")} from "ProfileMatch" last where last.id = ${after}::uuid)` : Prisma.empty}
    order by ${place("m")} limit ${size}`;
