import type { Db } from "./client.ts";

/**
 * In how many companies of the migration each of these records is an associate; they are those that stand for their references
 * (structure-rows.ts). What is excluded and companies that are in no file are left out. Somebody without a reference is in one company:
 * nothing says that two rows mean the same person.
 */
export async function countCompaniesOf(db: Db, recordIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; n: number }[]>`
    select c.id::text as id, count(distinct o.id)::int as n
    from "Record" c cross join lateral (
      select own.* from "Link" own where own."recordId" = c.id and own."associateReference" is null
      union
      select other.* from "Record" s join "Link" other on other."recordId" = s.id
        where s."migrationId" = c."migrationId" and s.reference = c.reference and s."entityType" = c."entityType" and s.role = 'associate'
          and other."associateReference" is null
      union
      select named.* from "Link" named where named."migrationId" = c."migrationId" and named."associateReference" = c.reference
    ) l join "Record" stands on stands.id = l."recordId" and stands.readiness <> 'excluded'
      cross join lateral (
        select o.id from "Record" o where o.id = l."ownerId" and o.readiness <> 'excluded'
        union all
        (select o.id from "Record" o
          where l."ownerId" is null and o."migrationId" = l."migrationId" and o.reference = l."ownerReference" and o.role = 'client' and o."entityType" = 'company'
            and o.readiness <> 'excluded'
          order by o.id limit 1)
      ) o
    where c.id = any(${[...recordIds]}::uuid[])
    group by c.id`;
  return new Map(rows.map(({ id, n }) => [id, n]));
}
