import type { Db } from "./client.ts";
import { leftOutSince } from "./left-out-since.ts";

export type CodeCount = { code: string; standing: string; sentence: string | null; count: number };

/** Clients not created, by what stood in the way: Passfort's codes of deliveries, our codes of invalid records. Most frequent first. */
export async function countErrorCodes(db: Db, migrationId: string): Promise<CodeCount[]> {
  return db.$queryRaw<CodeCount[]>`
    select coalesce(d."failureCode", d.status::text) as code, d.status::text as standing, min(d."failureMessage") as sentence, count(*)::int as count
    from "Delivery" d join "Plan" p on p."migrationId" = d."migrationId" and p."connectionId" = d."connectionId"
      join "Record" r on r.id = d."recordId" and not ${leftOutSince("r", "d")}
    where d."migrationId" = ${migrationId}::uuid and d.status in ('refused', 'failed', 'uncertain')
    group by 1, 2
    union all
    select i.code, 'invalid', null, count(distinct i."recordId")::int
    from "Issue" i join "Record" r on r.id = i."recordId"
    where i."migrationId" = ${migrationId}::uuid and i.severity = 'error' and r.role = 'client' and r.readiness = 'invalid' and i.code <> 'passfort.refused'
    group by 1
    order by count desc, code limit 200`;
}
