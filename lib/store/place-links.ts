import type { Execute } from "./execute.ts";

/**
 * Makes `pg_temp.place`: every link of a migration whose company is in the book, with what its two sides are. Links of excluded companies,
 * associates or rows are none. Where a reference stands on several records, the first that is not excluded is meant: a place counts once. A
 * company is a client before an associate (as in family-places.ts). `clientId` is the company client that an associate is, or null; `person` is the same for places of one person, null for companies.
 */
export async function placeLinks(execute: Execute, migrationId: string): Promise<void> {
  await execute("drop table if exists pg_temp.place");
  await execute(
    `create temp table place ("recordId" uuid, "ownerId" uuid, "ofClient" boolean, company text, list text, percentage float8, "isPast" boolean,
       "associateId" uuid, person text, "clientId" uuid, identity text, reference text, name text) on commit drop`,
  );
  await execute(insertPlaces, migrationId);
  for (const isSame of [
    `c.identity is not null and c.identity = p.identity`,
    `c.reference = p.reference and lower(c."displayName") = p.name`,
  ])
    await execute(
      `update pg_temp.place p set "clientId" = c.id from "Record" c
       where p.name is not null and p."clientId" is null and ${companyClient("c")} and ${isSame}`,
      migrationId,
    );
}

const companyClient = (alias: string) =>
  `${alias}."migrationId" = $1::uuid and ${alias}.role = 'client' and ${alias}."entityType" = 'company'`;
const company = (alias: string) =>
  `${alias}."migrationId" = $1::uuid and ${alias}.role in ('client', 'associate') and ${alias}."entityType" = 'company'`;

const firstOf = (side: "ownerReference" | "associateReference", isMeant: string, order: string) =>
  `select distinct on (n.reference) n.id, n.reference, n.role, n."entityType", n.identity, n."displayName", n.readiness from "Record" n
   where n."migrationId" = $1::uuid and ${isMeant} and n.reference in (select l."${side}" from "Link" l where l."migrationId" = $1::uuid)
   order by n.reference, ${order}, n.id`;

/** `name` is filled for associates that are companies and no clients: they may be one all the same. */
const insertPlaces = `insert into pg_temp.place
  with owner as (${firstOf("ownerReference", company("n"), "n.role, n.readiness = 'excluded'")}),
  named as (${firstOf("associateReference", "n.role in ('client', 'associate')", "n.readiness = 'excluded', n.role desc")}),
  placed as (
    select l.*, coalesce(w.id, o.id) as company_id, coalesce(w.role, o.role) = 'client' as of_client, coalesce(w.reference, o.reference) as company,
      case when l."associateReference" is null then r.id else n.id end as id,
      case when l."associateReference" is null then r.role else n.role end as of_role,
      case when l."associateReference" is null then r."entityType" else n."entityType" end as kind,
      case when l."associateReference" is null then r.identity else n.identity end as identity,
      case when l."associateReference" is null then r.reference else n.reference end as reference,
      case when l."associateReference" is null then r."displayName" else n."displayName" end as name
    from "Link" l join "Record" r on r.id = l."recordId"
    left join "Record" w on w.id = l."ownerId" and ${company("w")}
    left join owner o on o.reference = l."ownerReference"
    left join named n on n.reference = l."associateReference"
    where l."migrationId" = $1::uuid and r.readiness <> 'excluded' and coalesce(w.readiness, o.readiness) <> 'excluded'
      and n.readiness is distinct from 'excluded'
  )
  select "recordId", company_id, of_client, company, list::text, percentage, "resignedOn" is not null, id,
    case when kind = 'individual' then coalesce(identity, id::text) end,
    case when kind = 'company' and of_role = 'client' then id end, identity, reference,
    case when kind = 'company' and of_role = 'associate' then lower(name) end
  from placed`;
