import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { leftOutSince } from "./left-out-since.ts";

/**
 * Where each of these records stands, that stand for their reference and kind in a structure: `created` when every profile that it was to
 * become has been created; else, of a client, as its delivery; else as its readiness. `familyId`: of associates the profiles in the
 * family of this client alone count, for Passfort shares none between families; null: those in all families.
 */
export async function standingsInStructure(
  db: Db,
  recordIds: readonly string[],
  familyId: string | null,
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; standing: string }[]>`
    select r.id::text as id, (case when made.whole then 'created' else coalesce(own.status::text, r.readiness::text) end) as standing
    from "Record" r
      left join "Plan" p on p."migrationId" = r."migrationId"
      left join "Delivery" own on own."recordId" = r.id and own."connectionId" = p."connectionId" and not ${leftOutSince("r", "own")}
      cross join lateral (
        select bool_and(s."doneAt" is not null) as whole
        from (
          select r.id union
          select same.id from "Record" same
            where same."migrationId" = r."migrationId" and same.reference = r.reference and same."entityType" = r."entityType" and same.role in ('client', 'associate')
        ) one join "Step" s on s."recordId" = one.id and s.kind = 'create_associate'
          join "Delivery" d on d.id = s."deliveryId" and d."connectionId" = p."connectionId"
        where ${familyId === null ? Prisma.sql`r.role = 'associate'` : Prisma.sql`d."recordId" = ${familyId}::uuid`}
      ) made
    where r.id = any(${[...recordIds]}::uuid[])`;
  return new Map(rows.map(({ id, standing }) => [id, standing]));
}
