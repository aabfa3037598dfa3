/**
 * SQL: is the record `alias` held by a chunk that is submitted or later? Then its data and readiness stay as the approver saw them.
 * A draft holds nothing: it is looked at again when it is submitted.
 */
export const heldSql = (alias: string): string =>
  `exists (select 1 from "ChunkMember" m join "Chunk" c on c.id = m."chunkId" where m."recordId" = ${alias}.id and c.status <> 'draft')`;
