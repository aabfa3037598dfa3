import type { Db } from "./client.ts";

export type FamilySize = { associates: number; invalid: number };

/**
 * The links of one company that become profiles: those with an associate that is in a file, nothing of it excluded; and how many of them
 * have errors. What count-families.ts counts for a whole migration.
 */
export async function countFamily(db: Db, companyId: string): Promise<FamilySize> {
  const [row] = await db.$queryRaw<FamilySize[]>`
    select count(*)::int as associates, (count(*) filter (where stands.readiness = 'invalid' or a.readiness = 'invalid'))::int as invalid
    from "Record" c cross join lateral (
      select own.* from "Link" own
        where own."recordId" between (left(c.id::text, 32) || '0001')::uuid and (left(c.id::text, 32) || 'ffff')::uuid and own."ownerId" = c.id
      union all
      select named.* from "Link" named where named."migrationId" = c."migrationId" and named."ownerReference" = c.reference
    ) l join "Record" stands on stands.id = l."recordId" and stands.readiness <> 'excluded'
      cross join lateral (
        select own.readiness from "Record" own where l."associateReference" is null and own.id = l."recordId" and own.role in ('client', 'associate')
        union all
        (select named.readiness from "Record" named
          where l."associateReference" is not null and named."migrationId" = l."migrationId" and named.reference = l."associateReference" and named.role in ('client', 'associate')
          order by (named.role = 'associate') desc, named.id limit 1)
      ) a
    where c.id = ${companyId}::uuid and a.readiness <> 'excluded'`;
  return row ?? { associates: 0, invalid: 0 };
}
