import type { Tx } from "./client.ts";
import type { Chunk } from "./generated/client.ts";

/** The chunk, held until the transaction ends: nobody else decides about it meanwhile. */
export async function lockChunk(tx: Tx, chunkId: string): Promise<Chunk | null> {
  await tx.$queryRaw`select 1 from "Chunk" where id = ${chunkId}::uuid for update`;
  return tx.chunk.findUnique({ where: { id: chunkId } });
}

/** Statements over a hundred thousand clients take longer than Prisma allows by default. */
export const longTransaction = { timeout: 120_000, maxWait: 10_000 } as const;
