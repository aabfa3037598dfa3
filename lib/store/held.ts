/**
 * SQL: is the record `alias` held by a chunk that is submitted or later, as a client, an associate or the row that names a place? Then its data
 * and readiness stay as the approver saw them. A draft holds nothing: it is looked at again when it is submitted. A chunk that has ended lets
 * go of what never came to be in Passfort, so that it can be corrected and leave with a correction chunk.
 */
export const heldSql = (alias: string): string =>
  `(exists (select 1 from "ChunkMember" m join "Chunk" c on c.id = m."chunkId" where m."recordId" = ${alias}.id and c.status <> 'draft' and not (${hasEnded} and ${neverCreated}))
    or exists (select 1 from "ChunkAssociate" p join "Chunk" c on c.id = p."chunkId" where (p."recordId" = ${alias}.id or p."linkId" = ${alias}.id) and c.status <> 'draft'
      and not (${hasEnded} and (not p."isReady" or ${clientNeverCreated} or ${isGap}))))`;

const hasEnded = `c.status in ('finished', 'stopped')`;
const never = `d."profileId" is null and d.status in ('refused', 'failed', 'withdrawn')`;
const neverCreated = `exists (select 1 from "Delivery" d where d."recordId" = m."recordId" and d."connectionId" = c."connectionId" and ${never})`;
const clientNeverCreated = `exists (select 1 from "Delivery" d where d."recordId" = p."clientId" and d."connectionId" = c."connectionId" and ${never})`;
const isGap = `exists (select 1 from "Delivery" d join "Step" s on s."deliveryId" = d.id where d."recordId" = p."clientId" and d."connectionId" = c."connectionId"
  and d.status <> 'sending' and s."recordId" = p."recordId" and s."doneAt" is null and s."gapCode" is not null)`;
