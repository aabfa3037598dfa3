import type { Execute } from "./execute.ts";

/** What is wrong within families and odd about them, into `pg_temp.found`, from `pg_temp.place` (place-links.ts). @returns how much */
export async function findInFamilies(execute: Execute, migrationId: string): Promise<number> {
  let found = await execute(findWithoutDirector, migrationId);
  for (const statement of [findLost, findSelves, findShares, findSharedPeople]) found += await execute(statement);
  return found + (await findChains(execute));
}

const into = `insert into pg_temp.found ("recordId", code, field, value, facts)`;

/** Passfort takes associates of associates up to so many levels (API contract §4.2). */
const levelsMax = 10;

/**
 * Associates of associate companies that no client leads to, or none near enough: nobody would send them. Asked only where some company is an
 * associate and not a client.
 */
const findLost = `${into}
  with recursive reached (id, level) as (
    select "associateId", 1 from pg_temp.place where "ofClient" and name is not null
    union
    select p."associateId", r.level + 1 from reached r join pg_temp.place p on p."ownerId" = r.id where p.name is not null and r.level < ${levelsMax - 1}
  )
  select p."recordId", 'link.leads_nowhere', 'owner.reference', left(p.company, 500), jsonb_build_object('levels', '${levelsMax}')
  from pg_temp.place p where not p."ofClient" and not exists (select 1 from reached r where r.id = p."ownerId")`;

const findSelves = `${into} select "recordId", 'link.self', '', left(company, 500), null from pg_temp.place where "clientId" = "ownerId"`;

/** Hundredths are lost in rounding thirds; more is a mistake or a missing owner. Whoever left holds nothing. */
const findShares = `${into}
  select "ownerId", case when total > 100.05 then 'link.ownership_over' else 'link.ownership_gap' end, '', null,
    jsonb_build_object('total', trim_scale(round(total::numeric, 2))::text, 'missing', trim_scale(round((100 - total)::numeric, 2))::text)
  from (
    select "ownerId", sum(percentage) as total from pg_temp.place
    where list = 'shareholders' and percentage is not null and not "isPast" group by 1
  ) as shares where abs(total - 100) > 0.05`;

/** Told at each record of the person, without the name: those of a wide row are several, those of a links file one. */
const findSharedPeople = `${into}
  select distinct p."associateId", 'link.shared_person', '', null,
    jsonb_build_object('companies', s.companies::text, 'profiles', s.profiles::text)
  from pg_temp.place p join (
    select person, count(distinct "ownerId") as companies, count(*) as profiles from pg_temp.place
    where person is not null group by 1 having count(distinct "ownerId") > 1
  ) s on s.person = p.person`;

/** Who runs a company; in a partnership or a trust nobody is called director. */
const managing = `p.list in ('directors', 'partners', 'trustees') and not p."isPast"`;

/** Asked only where somebody in the book is a director: a file of shareholders alone says nothing of directors. */
const findWithoutDirector = `${into}
  select r.id, 'link.no_director', '', null, null from "Record" r
  where r."migrationId" = $1::uuid and r.role = 'client' and r."entityType" = 'company'
    and exists (select 1 from pg_temp.place p where ${managing})
    and not exists (select 1 from pg_temp.place p where p."ownerId" = r.id and ${managing})`;

/**
 * Companies that own each other in a circle, and owners further away than Passfort takes. `pg_temp.chain` begins as the links to owners who
 * have owners themselves; each round takes away those whose owner has none left. Nearly always nothing is left after one or two. What is left
 * after ten has more than ten levels above it, or leads into a circle.
 */
async function findChains(execute: Execute): Promise<number> {
  await execute("drop table if exists pg_temp.chain");
  await execute(
    `create temp table chain ("recordId" uuid, company text, "ownerId" uuid, "clientId" uuid, "isRing" boolean default false) on commit drop`,
  );
  let left = await execute(beginChains);
  for (let round = 2; round <= levelsMax && left > 0; round += 1) {
    const ended = await execute(endChains);
    if (ended === 0) break;
    left -= ended;
  }
  if (left === 0) return 0;
  await execute(markRings);
  return (await execute(findRings)) + (await execute(findTooDeep));
}

const owning = (alias: string) =>
  `${alias}.list in ('shareholders', 'beneficial_owners', 'partners') and not ${alias}."isPast"`;

const beginChains = `insert into pg_temp.chain ("recordId", company, "ownerId", "clientId")
  select p."recordId", p.company, p."ownerId", p."clientId" from pg_temp.place p
  where ${owning("p")} and p."clientId" is not null and p."clientId" <> p."ownerId"
    and exists (select 1 from pg_temp.place a where a."ownerId" = p."clientId" and ${owning("a")} and a."clientId" is distinct from a."ownerId")`;

const endChains = `delete from pg_temp.chain c where not exists (select 1 from pg_temp.chain d where d."ownerId" = c."clientId")`;

/** Circles of up to ten companies; one of more is too deep. The bound keeps a tangle of thousands from being walked for hours. */
const markRings = `update pg_temp.chain c set "isRing" = true from (
    with recursive walk (start, node, steps) as (
      select distinct "ownerId", "clientId", 1 from pg_temp.chain
      union select w.start, c."clientId", w.steps + 1 from walk w join pg_temp.chain c on c."ownerId" = w.node
      where w.steps < ${levelsMax} and w.node <> w.start
    ) select distinct start, node from walk
  ) as w where w.start = c."clientId" and w.node = c."ownerId"`;

const findRings = `${into} select "recordId", 'link.cycle', '', left(company, 500), null from pg_temp.chain where "isRing"`;

/** Whoever is above a circle is without end, too, and that is told at the circle. */
const findTooDeep = `${into}
  with recursive leads (node) as (
    select "ownerId" from pg_temp.chain where "isRing"
    union select c."ownerId" from leads l join pg_temp.chain c on c."clientId" = l.node
  )
  select "recordId", 'link.too_deep', '', left(company, 500), jsonb_build_object('levels', '${levelsMax}')
  from pg_temp.chain c where not c."isRing" and not exists (select 1 from leads l where l.node = c."clientId")`;
