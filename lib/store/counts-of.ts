import { type Counts, countParts } from "../domain/counts.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

type Row = { migrationId: string; part: (typeof countParts)[number]; n: number };

/**
 * The counting identity of many migrations in one statement. A client stands where its delivery to the plan's connection stands;
 * without one, where its readiness says (ready = waiting). Rows of a readable file that no check has turned into records yet are
 * clients too: they are `unchecked`.
 */
export async function countsOfMany(db: Db | Tx, migrationIds: readonly string[]): Promise<Map<string, Counts>> {
  const countsByMigration = new Map(migrationIds.map((id) => [id, emptyCounts()]));
  if (migrationIds.length === 0) return countsByMigration;
  const ids = Prisma.sql`any(${[...migrationIds]}::uuid[])`;
  const rows = await db.$queryRaw<Row[]>`
    with standing as (
      select r."migrationId", r."fileId",
        case when d.status is not null then d.status::text when r.readiness = 'ready' then 'waiting' else r.readiness::text end as part
      from "Record" r
      left join "Plan" p on p."migrationId" = r."migrationId"
      left join "Delivery" d on d."recordId" = r.id and d."connectionId" = p."connectionId"
      where r."migrationId" = ${ids}
    ), counted as (
      select "migrationId", "fileId", part, count(*)::int as n from standing group by 1, 2, 3
    ), rest as (
      select f."migrationId", greatest(f."rowCount" - coalesce(sum(c.n), 0), 0)::int as n
      from "SourceFile" f left join counted c on c."fileId" = f.id
      where f."migrationId" = ${ids} and f.status = 'parsed' and f."rowCount" is not null
      group by f.id
    )
    select "migrationId"::text as "migrationId", part, sum(n)::int as n
    from (select "migrationId", part, n from counted union all select "migrationId", 'unchecked', n from rest) as parts
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
