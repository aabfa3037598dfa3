import { type Counts, countParts } from "../domain/counts.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

type Row = { migrationId: string; part: (typeof countParts)[number]; n: number };

/**
 * The counting identity of many migrations in one statement. A client stands where its delivery to the plan's connection stands;
 * without one, where its readiness says (ready = waiting). Rows of a readable file that no check has turned into records yet are
 * clients too: they are `unchecked`. Counted from the rows, in two passes over indexes alone: what has a delivery is held, so its
 * record is ready, and nothing needs to be joined.
 */
export async function countsOfMany(db: Db | Tx, migrationIds: readonly string[]): Promise<Map<string, Counts>> {
  const countsByMigration = new Map(migrationIds.map((id) => [id, emptyCounts()]));
  if (migrationIds.length === 0) return countsByMigration;
  const ids = Prisma.sql`any(${[...migrationIds]}::uuid[])`;
  const rows = await db.$queryRaw<Row[]>`
    with judged as (
      select "migrationId", "fileId", readiness, count(*) as n from "Record" where "migrationId" = ${ids} group by 1, 2, 3
    ), delivered as (
      select d."migrationId", d.status, count(*) as n
      from "Plan" p join "Delivery" d on d."migrationId" = p."migrationId" and d."connectionId" = p."connectionId"
      where p."migrationId" = ${ids} group by 1, 2
    ), rest as (
      select f."migrationId", greatest(f."rowCount" - coalesce(sum(j.n), 0), 0) as n
      from "SourceFile" f left join judged j on j."fileId" = f.id
      where f."migrationId" = ${ids} and f.status = 'parsed' and f."rowCount" is not null
      group by f.id
    )
    select "migrationId"::text as "migrationId", part, sum(n)::int as n
    from (
      select "migrationId", case readiness when 'ready' then 'waiting' else readiness::text end as part, n from judged
      union all select "migrationId", 'waiting', -n from delivered
      union all select "migrationId", status::text, n from delivered
      union all select "migrationId", 'unchecked', n from rest
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
