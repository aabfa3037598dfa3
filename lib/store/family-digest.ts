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

/** SQL: a digest over the client `r` and its family as the chunk with the id `chunkId` took it. */
export const familyDigest = (r: string, chunkId: Prisma.Sql): Prisma.Sql => Prisma.sql`encode(sha256(convert_to(
  ${memberLine(r)} || coalesce((
    select E'\n' || string_agg(${placeLine("p", "a")}, E'\n' order by ${placeLine("p", "a")})
    from "ChunkAssociate" p join "Record" a on a.id = p."recordId" where p."chunkId" = ${chunkId} and p."clientId" = ${Prisma.raw(r)}.id
  ), ''), 'UTF8')), 'hex')`;
