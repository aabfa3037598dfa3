import type { DocumentUse } from "../domain/document.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

type Acceptance = {
  migrationId: string;
  documentIds: readonly string[];
  use: DocumentUse;
  category: string | null;
  documentType: string | null;
  byId: string;
  at: Date;
};

/** Does a submitted chunk hold the owner, as a client or as an associate? Then what the approver saw stays. */
const isHeld = (ownerId: Prisma.Sql) => Prisma.sql`exists (
  select 1 from (
    select m."chunkId" as id from "ChunkMember" m where m."recordId" = ${ownerId}
    union all select p."chunkId" from "ChunkAssociate" p where p."recordId" = ${ownerId}
  ) h join "Chunk" c on c.id = h.id where c.status <> 'draft')`;

/** Makes proposals true: those of `documentIds` that still are some, in one statement. @returns how many */
export const acceptProposals = (
  db: Db,
  { migrationId, documentIds, use, category, documentType, byId, at }: Acceptance,
): Promise<number> =>
  db.$executeRaw`
    update "Document" d set "ownerId" = d."proposedId", use = ${use}::"DocumentUse", category = ${category}, "documentType" = ${documentType},
      "acceptedById" = ${byId}, "acceptedAt" = ${at}
    where d."migrationId" = ${migrationId}::uuid and d.id = any(${[...documentIds]}::uuid[]) and d."proposedId" is not null and d."ownerId" is null
      and d."refusalCode" is null and not ${isHeld(Prisma.sql`d."proposedId"`)}`;

/** @returns 0 when a submitted chunk holds its owner */
export const takeBackAcceptance = (db: Db, documentId: string): Promise<number> =>
  db.$executeRaw`
    update "Document" d set "ownerId" = null, use = null, category = null, "documentType" = null, "acceptedById" = null, "acceptedAt" = null
    where d.id = ${documentId}::uuid and d."ownerId" is not null and not ${isHeld(Prisma.sql`d."ownerId"`)}`;
