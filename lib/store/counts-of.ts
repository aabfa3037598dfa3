import { type Counts, countParts } from "../domain/counts.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { leftOutSince } from "./left-out-since.ts";

type Row = { migrationId: string; part: (typeof countParts)[number]; n: number };

/**
 * The counting identity of many migrations in one statement. A client stands where its delivery to the plan's connection stands;
 * without one, where its readiness says (ready = waiting). Rows of a readable file that no check has turned into records yet are
 * clients too: they are `unchecked`; associates and links are no clients. How many records a file has was noted by the check that made them, in its transaction; those that
 * are not ready are counted in an index of their own: a million ready clients cost nothing. One that Passfort refused may not be ready
 * any more; it stands at its delivery until a correction takes it up, or a person leaves it out.
 */
export async function countsOfMany(db: Db | Tx, migrationIds: readonly string[]): Promise<Map<string, Counts>> {
  const countsByMigration = new Map(migrationIds.map((id) => [id, emptyCounts()]));
  if (migrationIds.length === 0) return countsByMigration;
  const ids = Prisma.sql`any(${[...migrationIds]}::uuid[])`;
  const rows = await db.$queryRaw<Row[]>`
    with known as (
      select "migrationId", sum(individuals + companies)::int as records,
        coalesce(sum(greatest("rowCount" - individuals - companies, 0)) filter (where status = 'parsed' and kind in ('clients', 'mixed')), 0)::int as rest
      from "SourceFile" where "migrationId" = ${ids} group by 1
    ), judged as (
      select r."migrationId", r.readiness::text as part, d.status::text as before, count(*)::int as n
      from "Record" r left join "Plan" p on p."migrationId" = r."migrationId"
        left join "Delivery" d on d."connectionId" = p."connectionId" and d."recordId" = r.id
      where r."migrationId" = ${ids} and r.role = 'client' and r.readiness <> 'ready' and (d.id is null or ${leftOutSince("r", "d")})
      group by 1, 2, 3
    ), delivered as (
      select d."migrationId", d.status::text as part, count(*)::int as n
      from "Plan" p join "Delivery" d on d."migrationId" = p."migrationId" and d."connectionId" = p."connectionId"
      where p."migrationId" = ${ids} group by 1, 2
    )
    select "migrationId"::text as "migrationId", part, sum(n)::int as n
    from (
      select "migrationId", 'waiting' as part, records as n from known
      union all select "migrationId", 'waiting', -n from judged
      union all select "migrationId", part, n from judged
      union all select "migrationId", 'waiting', n from judged where before is not null
      union all select "migrationId", before, -n from judged where before is not null
      union all select "migrationId", 'waiting', -n from delivered
      union all select "migrationId", part, n from delivered
      union all select "migrationId", 'unchecked', rest from known
    ) as parts
    group by 1, 2`;
  for (const row of rows) {
    const counts = countsByMigration.get(row.migrationId);
    if (!counts) continue;
    counts[row.part] += row.n;
    counts.clients += row.n;
  }
  return countsByMigration;
}

/** The counting identity of one migration; all zero when there is no such migration. */
export async function countsOf(db: Db | Tx, migrationId: string): Promise<Counts> {
  return (await countsOfMany(db, [migrationId])).get(migrationId) ?? emptyCounts();
}

function emptyCounts(): Counts {
  return Object.fromEntries(["clients", ...countParts].map((part) => [part, 0])) as Counts;
}
