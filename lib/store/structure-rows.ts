import type { LinkList } from "../domain/link.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/**
 * A link of a structure. `nearId` is the record it was come from, `farId` the one it leads to: below, the associate of a company; above, the
 * company of an associate. Records of one reference and kind are one node, told by the id of one of them. `farId` null: in no file.
 */
export type StructureRow = {
  direction: "below" | "above";
  /** How many links the near one is away from the record that was asked for. */
  depth: number;
  linkId: string;
  nearId: string;
  farId: string | null;
  farReference: string | null;
  list: LinkList | null;
  role: string | null;
  percentage: number | null;
  appointedOn: string | null;
  resignedOn: string | null;
};
export type StructureLimits = { depthMax: number; nodesMax: number; rowsMax: number };

const raw = Prisma.raw;

/** The one record that stands for all of a record's reference and kind: of companies the client, of people the associate. */
const sameAs = (record: string) =>
  raw(`lateral (
    (select s.* from "Record" s
      where s."migrationId" = ${record}."migrationId" and s.reference = ${record}.reference and s."entityType" = ${record}."entityType" and s.role in ('client', 'associate')
      order by (s.role = 'client') = (s."entityType" = 'company') desc, s.id limit 1)
    union all select ${record}.* where ${record}.reference is null
  )`);

/** The links of company `c`: those of its own row, and those that name its reference. */
const linksOfCompany = (max: number) => Prisma.sql`lateral (
    select own.* from "Link" own
      where own."recordId" between (left(c.id::text, 32) || '0001')::uuid and (left(c.id::text, 32) || 'ffff')::uuid and own."ownerId" = c.id
    union all
    select named.* from "Link" named where named."migrationId" = c."migrationId" and named."ownerReference" = c.reference
    order by list, "recordId" limit ${max}
  )`;

/** The links by which `c` is an associate: those that stand at it or at a record of its reference, and those that name it. */
const linksOfAssociate = (max: number) => Prisma.sql`lateral (
    select own.* from "Link" own where own."recordId" = c.id and own."associateReference" is null
    union all
    select other.* from "Record" s join "Link" other on other."recordId" = s.id
      where s."migrationId" = c."migrationId" and s.reference = c.reference and s."entityType" = c."entityType" and s.role = 'associate' and s.id <> c.id
        and other."associateReference" is null
    union all
    select named.* from "Link" named where named."migrationId" = c."migrationId" and named."associateReference" = c.reference
    order by list, "recordId" limit ${max}
  )`;

const associateOfLink = raw(`lateral (
    select a.* from "Record" a where l."associateReference" is null and a.id = l."recordId" and a.role in ('client', 'associate')
    union all
    (select a.* from "Record" a
      where l."associateReference" is not null and a."migrationId" = l."migrationId" and a.reference = l."associateReference" and a.role in ('client', 'associate')
      order by (a.role = 'associate') desc, a.id limit 1)
  )`);

const companyOfLink = raw(`lateral (
    select o.* from "Record" o where o.id = l."ownerId"
    union all
    (select o.* from "Record" o
      where l."ownerId" is null and o."migrationId" = l."migrationId" and o.reference = l."ownerReference" and o."entityType" = 'company' and o.role in ('client', 'associate')
      order by (o.role = 'client') desc, o.id limit 1)
  )`);

/** The record that stands for this one in its structure; null for the row of a links file, which is nobody. */
export async function structureRoot(db: Db, recordId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select same.id::text as id from "Record" r cross join ${sameAs("r")} same where r.id = ${recordId}::uuid and r.role in ('client', 'associate')`;
  return row?.id ?? null;
}

/**
 * The structure around a record that stands for its reference, nearest first: the associates below it, level by level, and the companies above it. A record is walked from
 * once, wherever it was met first, so a circle ends. One level more than `depthMax` is given, which tells that there is more; the same with
 * `rowsMax` rows and with `nodesMax` links of one record.
 */
export function structureRows(db: Db, rootId: string, limits: StructureLimits): Promise<StructureRow[]> {
  const { depthMax, rowsMax } = limits;
  const linksMax = limits.nodesMax + 1;
  // A record may be met once on every level. The walk goes level by level and ends here.
  const metMax = limits.nodesMax * (depthMax + 1);
  const ofLink = raw(`l."recordId" as "linkId", l.list, l.role, l.percentage, l."appointedOn", l."resignedOn"`);
  return db.$queryRaw<StructureRow[]>`
    with recursive below(id, depth) as (
      select ${rootId}::uuid, 0
      union
      select same.id, met.depth + 1
      from below met join "Record" c on c.id = met.id
        cross join ${linksOfCompany(linksMax)} l cross join ${associateOfLink} a cross join ${sameAs("a")} same
      where met.depth < ${depthMax} and c."entityType" = 'company' and same."entityType" = 'company'
    ), above(id, depth) as (
      select ${rootId}::uuid, 0
      union
      select same.id, met.depth + 1
      from above met join "Record" c on c.id = met.id
        cross join ${linksOfAssociate(linksMax)} l cross join ${companyOfLink} o cross join ${sameAs("o")} same
      where met.depth < ${depthMax}
    ), edge as (
      select 'below' as direction, met.depth, c.id as "nearId", same.id as "farId", l."associateReference" as "farReference", ${ofLink}
      from (select id, min(depth) as depth from (select * from below limit ${metMax}) m group by id order by 2, 1 limit ${limits.nodesMax}) met
        join "Record" c on c.id = met.id and c."entityType" = 'company'
        cross join ${linksOfCompany(linksMax)} l left join ${associateOfLink} a on true left join ${sameAs("a")} same on a.id is not null
      union all
      select 'above', met.depth, c.id, same.id, l."ownerReference", ${ofLink}
      from (select id, min(depth) as depth from (select * from above limit ${metMax}) m group by id order by 2, 1 limit ${limits.nodesMax}) met
        join "Record" c on c.id = met.id
        cross join ${linksOfAssociate(linksMax)} l left join ${companyOfLink} o on true left join ${sameAs("o")} same on o.id is not null
    )
    select direction, depth, "linkId"::text, "nearId"::text, "farId"::text, "farReference", list::text as list, role, percentage, "appointedOn", "resignedOn"
    from edge order by depth, direction desc, "nearId", list, "linkId" limit ${rowsMax + 1}`;
}
