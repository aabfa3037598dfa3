import type { Db } from "./client.ts";

/** Clients of a chunk by type. */
export async function membersByType(db: Db, chunkId: string): Promise<{ individual: number; company: number }> {
  const [row] = await db.$queryRaw<{ individual: number; company: number }[]>`
    select (count(*) filter (where r."entityType" = 'individual'))::int as individual, (count(*) filter (where r."entityType" = 'company'))::int as company
    from "ChunkMember" m join "Record" r on r.id = m."recordId" where m."chunkId" = ${chunkId}::uuid`;
  return row ?? { individual: 0, company: 0 };
}

/** The first clients of a chunk; both types, when it has both. */
export async function sampleMembers(
  db: Db,
  chunkId: string,
  count: number,
): Promise<{ recordId: string; reference: string | null; displayName: string; data: unknown }[]> {
  return db.$queryRaw<{ recordId: string; reference: string | null; displayName: string; data: unknown }[]>`
    select r.id::text as "recordId", r.reference, r."displayName", r.data::json as data
    from unnest(array['individual', 'company']::"EntityType"[]) as type,
    lateral (
      select r.* from "ChunkMember" m join "Record" r on r.id = m."recordId"
      where m."chunkId" = ${chunkId}::uuid and r."entityType" = type order by m."recordId" limit ${count}
    ) as r
    order by row_number() over (partition by r."entityType" order by r.id), r."entityType" limit ${count}`;
}

/** Warnings on clients of a chunk and on the associates that leave with them, most frequent first: an approver should know what was waved through. */
export async function warningsOfMembers(db: Db, chunkId: string): Promise<{ code: string; count: number }[]> {
  return db.$queryRaw<{ code: string; count: number }[]>`
    select i.code, count(distinct i."recordId")::int as count
    from (
      select "recordId" as id from "ChunkMember" where "chunkId" = ${chunkId}::uuid
      union select unnest(array["recordId", "linkId"]) from "ChunkAssociate" where "chunkId" = ${chunkId}::uuid and "isReady"
    ) leaving join "Issue" i on i."recordId" = leaving.id
    where i.severity = 'warning'
    group by i.code order by count desc, i.code`;
}
