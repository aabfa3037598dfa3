import { codesOfTracks } from "../domain/track-issues.ts";
import type { Db, Tx } from "./client.ts";

/**
 * Causes of warnings on clients of a chunk and on the associates that leave with them that nobody has acknowledged, or that have grown since;
 * most clients first. What keeps clients from another track is none: choosing this one settled it.
 */
export async function unacknowledgedOf(tx: Db | Tx, chunkId: string): Promise<{ code: string; clients: number }[]> {
  return tx.$queryRaw<{ code: string; clients: number }[]>`
    with leaving as (
      select "recordId" as id from "ChunkMember" where "chunkId" = ${chunkId}::uuid
      union select unnest(array["recordId", "linkId"]) from "ChunkAssociate" where "chunkId" = ${chunkId}::uuid and "isReady"
    ), mine as (
      select i."migrationId", i.code, i.field, i."fileId", r.role, count(distinct r.id)::int as clients
      from leaving join "Record" r on r.id = leaving.id join "Issue" i on i."recordId" = r.id
      where i.severity = 'warning' and i.code <> all(${[...codesOfTracks]}::text[]) group by 1, 2, 3, 4, 5
    ), counted as (
      select mine.code, mine.clients, a.count as acknowledged, (
        select count(distinct o.id)::int from "Issue" i join "Record" o on o.id = i."recordId"
        where i."migrationId" = mine."migrationId" and i.code = mine.code and i.field = mine.field and i."fileId" = mine."fileId"
          and o.role = mine.role and o.readiness <> 'excluded') as now
      from mine left join "Acknowledgement" a on a."migrationId" = mine."migrationId" and a.code = mine.code and a.field = mine.field
        and a."fileId" = mine."fileId" and a.role = mine.role
    )
    select code, sum(clients)::int as clients from counted where acknowledged is null or acknowledged < now group by 1 order by 2 desc, 1`;
}
