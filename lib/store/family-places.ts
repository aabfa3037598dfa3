import type { Db, Tx } from "./client.ts";
import { documentLines, placeLine } from "./family-digest.ts";
import { Prisma } from "./generated/client.ts";
import type { LinkList } from "./generated/enums.ts";

/** Passfort takes associates of associates up to so many levels (API contract §4.1). */
const levelsMax = 10;

/** A place in a family: whose, where, and what the source says of it. `ownerPath` leads from the client's associates down to the owner. */
export type FamilyPlace = {
  clientId: string;
  ownerPath: string[];
  linkId: string;
  recordId: string;
  isReady: boolean;
  list: LinkList | null;
  role: string | null;
  percentage: number | null;
  appointedOn: string | null;
  resignedOn: string | null;
};

/** The links in the lists of company `c`: those of its own row, and those that name its reference. A reference means a client before an associate. */
const linksOf = (c: string) =>
  Prisma.raw(`lateral (
    select own.* from "Link" own
      where own."recordId" between (left(${c}.id::text, 32) || '0001')::uuid and (left(${c}.id::text, 32) || 'ffff')::uuid and own."ownerId" = ${c}.id
    union all
    select named.* from "Link" named where named."migrationId" = ${c}."migrationId" and named."ownerReference" = ${c}.reference
      and (${c}.role = 'client' or not exists (
        select 1 from "Record" o where o."migrationId" = ${c}."migrationId" and o.reference = ${c}.reference and o.role = 'client' and o."entityType" = 'company'))
  )`);

/** Whom a link means: the record it stands at, or the one it names; an associate before a client. */
const associateOf = (l: string) =>
  Prisma.raw(`lateral (
    select a.* from "Record" a where ${l}."associateReference" is null and a.id = ${l}."recordId" and a.role in ('client', 'associate')
    union all
    (select a.* from "Record" a
      where ${l}."associateReference" is not null and a."migrationId" = ${l}."migrationId" and a.reference = ${l}."associateReference" and a.role in ('client', 'associate')
      order by a.readiness = 'excluded', (a.role = 'associate') desc, a.id limit 1)
  )`);

const columns =
  Prisma.raw(`l."recordId" as "linkId", a.id as "recordId", (stands.readiness = 'ready' and a.readiness = 'ready') as "isReady",
  l.list, l.role, l.percentage, l."appointedOn", l."resignedOn"`);
const counted = Prisma.raw(
  `join "Record" stands on stands.id = l."recordId" and stands.readiness <> 'excluded' cross join`,
);

/**
 * SQL: the places in the families of a chunk's companies as files and links say them at this moment. Excluded rows and associates are left out.
 * A company that is a client has its associates there, not below its twin in another family; a circle ends where it closes.
 */
const livePlaces = (chunkId: string) => Prisma.sql`
  with recursive place as (
    select c.id as "clientId", '{}'::uuid[] as "ownerPath", ${columns}
    from "ChunkMember" m join "Record" c on c.id = m."recordId" and c."entityType" = 'company'
      cross join ${linksOf("c")} l ${counted} ${associateOf("l")} a
    where m."chunkId" = ${chunkId}::uuid and a.readiness <> 'excluded'
    union all
    select p."clientId", p."ownerPath" || p."recordId", ${columns}
    from place p join "Record" c on c.id = p."recordId" and c."entityType" = 'company' and c.role = 'associate'
      cross join ${linksOf("c")} l ${counted} ${associateOf("l")} a
    where cardinality(p."ownerPath") < ${levelsMax - 1} and a.readiness <> 'excluded' and a.id <> p."clientId" and a.id <> p."recordId" and a.id <> all(p."ownerPath")
  )
  select * from place`;

const heldPlaces = (chunkId: string) => Prisma.sql`
  select "clientId", "ownerPath", "linkId", "recordId", "isReady", list, role, percentage, "appointedOn", "resignedOn"
  from "ChunkAssociate" where "chunkId" = ${chunkId}::uuid`;

/** `live`: as files and links say now. `held`: as the chunk took them when it was handed over, which is what is sent. */
export type PlaceSource = "live" | "held";
const placesOf = (chunkId: string, source: PlaceSource) => ({ live: livePlaces, held: heldPlaces })[source](chunkId);

/** One digest over all places, the data of everybody in them, and documents; "" where a chunk has neither. No data leaves the database. */
export async function digestFamilies(db: Db | Tx, chunkId: string, source: PlaceSource): Promise<string> {
  const [row] = await db.$queryRaw<{ digest: string | null }[]>`
    select encode(sha256(convert_to(string_agg(line, E'\n' order by line), 'UTF8')), 'hex') as digest
    from (
      select ${placeLine("p", "a")} as line from (${placesOf(chunkId, source)}) p join "Record" a on a.id = p."recordId"
      union all
      (${documentLines(Prisma.sql`select m."recordId" from "ChunkMember" m where m."chunkId" = ${chunkId}::uuid union select p."recordId" from (${placesOf(chunkId, source)}) p`)})
    ) as lines`;
  return row?.digest ?? "";
}

/** Takes the families of a chunk's companies as they stand now, in the place of what it had taken before. */
export async function holdFamilies(tx: Tx, chunkId: string): Promise<void> {
  await tx.$executeRaw`delete from "ChunkAssociate" where "chunkId" = ${chunkId}::uuid`;
  await tx.$executeRaw`
    insert into "ChunkAssociate" (id, "chunkId", "clientId", "ownerPath", "linkId", "recordId", "isReady", list, role, percentage, "appointedOn", "resignedOn")
    select gen_random_uuid(), ${chunkId}::uuid, p.* from (${livePlaces(chunkId)}) p`;
  const { profiles, leftOut } = await sizeOfFamilies(tx, chunkId, "held");
  await tx.chunk.update({ where: { id: chunkId }, data: { associates: profiles, associatesLeftOut: leftOut } });
}

export type FamiliesSize = {
  /** Associate profiles that will be made: one for every associate of a company. */
  profiles: number;
  /** Associates that stay behind because they, or every row that names their place, have errors. */
  leftOut: number;
};

/** How many profiles the families of a chunk's companies become. An associate that stands in several lists of a company is one. */
export async function sizeOfFamilies(db: Db | Tx, chunkId: string, source: PlaceSource): Promise<FamiliesSize> {
  const [row] = await db.$queryRaw<FamiliesSize[]>`
    select (count(*) filter (where ready))::int as profiles, (count(*) filter (where not ready))::int as "leftOut" from (
      select bool_or(p."isReady") as ready
      from (${placesOf(chunkId, source)}) p join "Record" r on r.id = p."recordId"
      group by p."clientId", p."ownerPath", coalesce(r."entityType"::text || ' ' || r.reference, r.id::text)
    ) as associates`;
  return row ?? { profiles: 0, leftOut: 0 };
}

/** A place of one family as its chunk holds it, with what is known of the associate itself. */
export type HeldPlace = Omit<FamilyPlace, "clientId"> & {
  entityType: "individual" | "company";
  reference: string | null;
  /** Entity (lib/domain/entity.ts), to be parsed. */
  data: unknown;
};

export function placesOfClient(db: Db, chunkId: string, clientId: string): Promise<HeldPlace[]> {
  return db.$queryRaw<HeldPlace[]>`
    select p."ownerPath"::text[] as "ownerPath", p."linkId"::text as "linkId", p."recordId"::text as "recordId", p."isReady", p.list::text as list, p.role,
      p.percentage, p."appointedOn", p."resignedOn", r."entityType"::text as "entityType", r.reference, r.data::json as data
    from "ChunkAssociate" p join "Record" r on r.id = p."recordId"
    where p."chunkId" = ${chunkId}::uuid and p."clientId" = ${clientId}::uuid
    order by cardinality(p."ownerPath"), p."recordId", p."linkId"`;
}
