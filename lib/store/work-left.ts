import type { ChunkStatus } from "../domain/chunk.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** Is anything of this chunk in a worker's hand, and does anything wait? Two index look-ups, however big the chunk is. */
export async function workLeft(
  db: Db | Tx,
  chunkId: string,
  lock?: "locked",
): Promise<{ status: ChunkStatus; sending: boolean; waiting: boolean } | null> {
  // The lock is a statement of its own: what follows must see what the holder before us committed.
  if (lock) await db.$queryRaw`select 1 from "Chunk" where id = ${chunkId}::uuid for update`;
  const left = (status: string) =>
    Prisma.sql`exists (select 1 from "Delivery" d where d."chunkId" = c.id and d.status = any(${`{${status}}`}::"DeliveryStatus"[]))`;
  const rows = await db.$queryRaw<{ status: ChunkStatus; sending: boolean; waiting: boolean }[]>`
    select c.status::text as status, ${left("sending")} as sending, ${left("queued,uncertain")} as waiting from "Chunk" c where c.id = ${chunkId}::uuid`;
  return rows[0] ?? null;
}
