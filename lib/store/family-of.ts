import type { LinkList } from "../domain/link.ts";
import { associateSpanOf } from "../domain/record-id.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** A record of a family: where it stands, and what the link says. `recordId` null: the reference is in no file. */
export type FamilyMember = {
  recordId: string | null;
  reference: string | null;
  displayName: string | null;
  entityType: "individual" | "company" | null;
  readiness: "unchecked" | "ready" | "invalid" | "excluded" | null;
  /** Has it a profile: of an associate that of this very family, of a company its own? */
  isCreated: boolean;
  list: LinkList | null;
  role: string | null;
  percentage: number | null;
  appointedOn: string | null;
  resignedOn: string | null;
};
type Place = { id: string; migrationId: string; reference: string | null };

const ofLink = Prisma.sql`l.list::text as list, l.role, l.percentage, l."appointedOn", l."resignedOn"`;
const ofRecord = Prisma.sql`r.id::text as "recordId", r."displayName", r."entityType"::text as "entityType", r.readiness::text as readiness`;

/** The associates of a company: those of its own row, and those that name its reference, in associates files or links files. */
export function associatesOf(db: Db, company: Place, max: number): Promise<FamilyMember[]> {
  const { first, last } = associateSpanOf(company.id);
  return db.$queryRaw<FamilyMember[]>`
    select ${ofRecord}, coalesce(r.reference, l."associateReference") as reference, ${ofLink}, exists (
      select 1 from "Step" s join "Delivery" d on d.id = s."deliveryId"
      where s."recordId" = r.id and s.kind = 'create_associate' and s."doneAt" is not null and d."recordId" = ${company.id}::uuid) as "isCreated"
    from "Link" l left join lateral (
      select a.* from "Record" a where l."associateReference" is null and a.id = l."recordId"
      union all
      (select a.* from "Record" a
        where l."associateReference" is not null and a."migrationId" = l."migrationId" and a.reference = l."associateReference" and a.role in ('client', 'associate')
        order by (a.role = 'associate') desc, a.id limit 1)
    ) r on true
    where l."recordId" between ${first}::uuid and ${last}::uuid
      or (l."migrationId" = ${company.migrationId}::uuid and l."ownerReference" = ${company.reference})
    order by l.list, l."recordId" limit ${max}`;
}

/** The companies that a record is an associate of: that of its own row, those it names, and those that a links file names for it. */
export const companiesOf = (db: Db, record: Place, max: number): Promise<FamilyMember[]> =>
  db.$queryRaw<FamilyMember[]>`
    select ${ofRecord}, coalesce(r.reference, l."ownerReference") as reference, ${ofLink},
      exists (select 1 from "Delivery" d where d."recordId" = r.id and d.status = 'created') as "isCreated"
    from "Link" l left join lateral (
      select o.* from "Record" o where o.id = l."ownerId"
      union all
      (select o.* from "Record" o
        where l."ownerId" is null and o."migrationId" = l."migrationId" and o.reference = l."ownerReference" and o.role = 'client' and o."entityType" = 'company'
        order by o.id limit 1)
    ) r on true
    where l."recordId" = ${record.id}::uuid
      or (l."migrationId" = ${record.migrationId}::uuid and l."associateReference" = ${record.reference})
    order by l.list, l."recordId" limit ${max}`;
