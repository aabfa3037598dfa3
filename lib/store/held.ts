const hasEnded = `c.status in ('finished', 'stopped')`;
const never = `d."profileId" is null and d.status in ('refused', 'failed', 'withdrawn')`;
const gapOf = (recordId: string) =>
  `exists (select 1 from "Step" s where s."deliveryId" = d.id and s."recordId" = ${recordId} and s."doneAt" is null and s."gapCode" is not null)`;

const deliveryOf = (clientId: string) =>
  `"Delivery" d where d."recordId" = ${clientId} and d."connectionId" = c."connectionId"`;
const neverCreated = `exists (select 1 from ${deliveryOf('m."recordId"')} and ${never})`;
const associateNeverCreated = `exists (select 1 from ${deliveryOf('p."clientId"')} and (${never} or (d.status <> 'sending' and ${gapOf('p."recordId"')})))`;
const documentNeverCreated = `exists (select 1 from ${deliveryOf('o."clientId"')} and (${never} or (d.status <> 'sending' and ${gapOf('l."recordId"')})))`;

/** A document that did not come to be, or whose owner did not, is let go of when the chunk has ended. */
const holdsOwner = `exists (
  select 1 from (
    select m."chunkId", m."recordId" as "clientId" from "ChunkMember" m where m."recordId" = l."ownerId"
    union all select p."chunkId", p."clientId" from "ChunkAssociate" p where p."recordId" = l."ownerId"
  ) o join "Chunk" c on c.id = o."chunkId"
  where c.status <> 'draft' and not (${hasEnded} and ${documentNeverCreated}))`;

/**
 * SQL: is the record `alias` held by a chunk that is submitted or later, as a client, an associate, the row that names a place, or the row of a
 * manifest that speaks of a document of either? Then its data and readiness stay as the approver saw them. A draft holds nothing: it is looked at
 * again when it is submitted. A chunk that has ended lets go of what never came to be in Passfort, so that it can be corrected and leave with a
 * correction chunk.
 */
export const heldSql = (alias: string): string =>
  `(exists (select 1 from "ChunkMember" m join "Chunk" c on c.id = m."chunkId" where m."recordId" = ${alias}.id and c.status <> 'draft' and not (${hasEnded} and ${neverCreated}))
    or exists (select 1 from "ChunkAssociate" p join "Chunk" c on c.id = p."chunkId" where (p."recordId" = ${alias}.id or p."linkId" = ${alias}.id) and c.status <> 'draft'
      and not (${hasEnded} and (not p."isReady" or ${associateNeverCreated})))
    or (${alias}.role = 'document' and exists (select 1 from "ManifestLine" l where l."recordId" = ${alias}.id and ${holdsOwner})))`;
