import { Prisma } from "./generated/client.ts";

/** SQL: everything an approval covers of the client `r`, as one line. */
export const memberLine = (r: string): Prisma.Sql =>
  Prisma.raw(`${r}.id::text || ' ' || coalesce(${r}.reference, '') || ' ' || ${r}.readiness::text || ' ' || ${r}."mappingVersion"::text || ' '
    || encode(sha256(convert_to(${r}.data, 'UTF8')), 'hex')`);

/** SQL: everything an approval covers of the place `p` and the associate `a` in it, as one line. */
export const placeLine = (p: string, a: string): Prisma.Sql =>
  Prisma.raw(`${p}."clientId"::text || ' ' || ${p}."ownerPath"::text || ' ' || ${p}."linkId"::text || ' ' || ${p}."recordId"::text || ' ' || ${p}."isReady"::text || ' '
    || coalesce(${p}.list::text, '') || ' ' || coalesce(${p}.role, '') || ' ' || coalesce(${p}.percentage::text, '') || ' '
    || coalesce(${p}."appointedOn", '') || ' ' || coalesce(${p}."resignedOn", '') || ' ' || coalesce(${a}.reference, '') || ' '
    || encode(sha256(convert_to(${a}.data, 'UTF8')), 'hex')`);

/** SQL: everything an approval covers of the documents of the records that `owners` gives, a line each: what documents-of.ts would send. */
export const documentLines = (owners: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select l."ownerId"::text || ' ' || l."recordId"::text || ' ' || paper.sha256 || ' ' || l.use::text || ' ' || coalesce(l.category, '') || ' '
    || coalesce(l."documentType", '') || ' ' || coalesce(l.side::text, '') || ' ' || coalesce(l.title, paper.path) as line
  from "ManifestLine" l join "Record" m on m.id = l."recordId" and m.readiness = 'ready' join "Document" paper on paper.id = l."documentId"
  where l."ownerId" in (${owners}) and l.use is not null and paper."refusalCode" is null and paper."storageKey" is not null
  union all
  select paper."ownerId"::text || ' ' || paper.id::text || ' ' || paper.sha256 || ' ' || paper.use::text || ' ' || coalesce(paper.category, '') || ' '
    || coalesce(paper."documentType", '') || ' ' || coalesce(paper.side::text, '') || ' ' || paper.path
  from "Document" paper
  where paper."ownerId" in (${owners}) and paper.use is not null and paper."refusalCode" is null and paper."storageKey" is not null
    and not exists (select 1 from "ManifestLine" l join "Record" m on m.id = l."recordId" where l."documentId" = paper.id and m.readiness <> 'excluded')`;

/** SQL: a digest over the client `r`, its documents and its family as the chunk with the id `chunkId` took it. */
export const familyDigest = (r: string, chunkId: Prisma.Sql): Prisma.Sql => Prisma.sql`encode(sha256(convert_to(
  ${memberLine(r)} || coalesce((
    select E'\n' || string_agg(${placeLine("p", "a")}, E'\n' order by ${placeLine("p", "a")})
    from "ChunkAssociate" p join "Record" a on a.id = p."recordId" where p."chunkId" = ${chunkId} and p."clientId" = ${Prisma.raw(r)}.id
  ), '') || coalesce((
    select E'\n' || string_agg(line, E'\n' order by line) from (${documentLines(Prisma.sql`
      select ${Prisma.raw(r)}.id union select p."recordId" from "ChunkAssociate" p where p."chunkId" = ${chunkId} and p."clientId" = ${Prisma.raw(r)}.id`)}) papers
  ), ''), 'UTF8')), 'hex')`;
