import type { Execute } from "./execute.ts";

/**
 * Joins the rows of manifests to owners by reference and to files by name, and files that nobody names to the owner their name speaks of. Makes
 * `pg_temp.line` (rows that are not excluded, with how many different contents their name can mean) for whoever tells what is wrong.
 *
 * A file is the one a row means when, best first: the whole path is the same; one path ends with the other; a folder or the name begins with the
 * reference of the row's owner; or one side has no folders at all, and the file's own path speaks of nobody else. Where the best are several
 * files of different bytes, none is chosen.
 */
export async function matchDocuments(execute: Execute, migrationId: string): Promise<void> {
  await execute("drop table if exists pg_temp.somebody, pg_temp.told, pg_temp.line");
  await execute("create temp table somebody (reference text primary key, id uuid) on commit drop");
  await execute(insertSomebody, migrationId);
  await execute(`create temp table told ("documentId" uuid primary key, "ownerId" uuid) on commit drop`);
  await execute(insertTold, migrationId);
  await execute(
    `create temp table line ("recordId" uuid primary key, "ownerReference" text, "fileName" text, "ownerId" uuid, contents int, "documentId" uuid) on commit drop`,
  );
  await execute(insertLines, migrationId);
  await execute("analyze pg_temp.line");
  await execute(writeMatches, migrationId);
  await execute(writeProposals, migrationId);
}

/** Where a reference stands on several records, a client is meant before an associate, and the first that is not excluded. */
const insertSomebody = `insert into pg_temp.somebody
  select distinct on (r.reference) r.reference, r.id from "Record" r
  where r."migrationId" = $1::uuid and r.role in ('client', 'associate') and r.reference in (
    select "ownerReference" from "ManifestLine" where "migrationId" = $1::uuid
    union select unnest("ownerTokens") from "Document" where "migrationId" = $1::uuid)
  order by r.reference, r.role, r.readiness = 'excluded', r.id`;

/** Of references that begin one like the other the longer is meant; where a path speaks of two, nobody is. */
const insertTold = `insert into pg_temp.told
  with hit as (
    select distinct d.id, s.reference, s.id as owner from "Document" d cross join lateral unnest(d."ownerTokens") as t(token)
    join pg_temp.somebody s on s.reference = t.token where d."migrationId" = $1::uuid
  )
  select h.id, case when count(distinct h.owner) = 1 then min(h.owner::text)::uuid end from hit h
  where not exists (select 1 from hit longer where longer.id = h.id and longer.reference <> h.reference and starts_with(longer.reference, h.reference))
  group by h.id`;

const insertLines = `insert into pg_temp.line
  with mine as (
    select l.*, s.id as owner from "ManifestLine" l join "Record" r on r.id = l."recordId" left join pg_temp.somebody s on s.reference = l."ownerReference"
    where l."migrationId" = $1::uuid and r.readiness <> 'excluded'
  ), candidate as (
    select m."recordId", d.id, coalesce(d.sha256, d.id::text) as content,
      case
        when d."pathKey" = m."pathKey" then 0
        when position('/' in m."pathKey") > 0 and right(d."pathKey", length(m."pathKey") + 1) = '/' || m."pathKey" then 1
        when position('/' in d."pathKey") > 0 and right(m."pathKey", length(d."pathKey") + 1) = '/' || d."pathKey" then 1
        when t."ownerId" = m.owner then 2
        when t."documentId" is null and (position('/' in m."pathKey") = 0 or position('/' in d."pathKey") = 0) then 3
      end as rank
    from mine m join "Document" d on d."migrationId" = $1::uuid and d."nameKey" = m."nameKey"
    left join pg_temp.told t on t."documentId" = d.id
  ), best as (
    select "recordId", min(rank) as rank from candidate where rank is not null group by 1
  ), meant as (
    select c."recordId", count(distinct c.content)::int as contents, min(c.id::text)::uuid as id
    from candidate c join best b on b."recordId" = c."recordId" and b.rank = c.rank group by 1
  )
  select m."recordId", m."ownerReference", m."fileName", m.owner, coalesce(f.contents, 0), case when f.contents = 1 then f.id end
  from mine m left join meant f on f."recordId" = m."recordId"`;

/** Excluded rows claim nothing. */
const writeMatches = `update "ManifestLine" l set "ownerId" = n."ownerId", "documentId" = n."documentId"
  from (
    select a."recordId", t."ownerId", t."documentId" from "ManifestLine" a left join pg_temp.line t on t."recordId" = a."recordId" where a."migrationId" = $1::uuid
  ) n where n."recordId" = l."recordId" and (l."ownerId" is distinct from n."ownerId" or l."documentId" is distinct from n."documentId")`;

const writeProposals = `update "Document" d set "proposedId" = n.owner
  from (
    select a.id, case when a."refusalCode" is null and not exists (select 1 from pg_temp.line l where l."documentId" = a.id) then t."ownerId" end as owner
    from "Document" a left join pg_temp.told t on t."documentId" = a.id where a."migrationId" = $1::uuid
  ) n where n.id = d.id and d."proposedId" is distinct from n.owner`;
