import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** Narrows which failed deliveries are meant; nothing: all of them. */
export type FailedFilter = { codes?: readonly string[]; recordId?: string };

/** Queues failed deliveries of a chunk again, with their tries forgiven. @returns how many */
export async function requeueFailed(
  tx: Tx,
  chunkId: string,
  byId: string,
  now: Date,
  filter: FailedFilter = {},
): Promise<number> {
  return tx.$executeRaw`
    with requeued as (
      update "Delivery" set status = 'queued', tries = 0, "notBefore" = ${now}, "finishedAt" = null
      where "chunkId" = ${chunkId}::uuid and status = 'failed' ${narrowed(filter)}
      returning id
    )
    insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
    select 'delivery', id, 'failed', 'queued', ${byId}, 'a person sends it again', ${now} from requeued`;
}

export async function countFailed(tx: Tx, chunkId: string, filter: FailedFilter): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "Delivery" where "chunkId" = ${chunkId}::uuid and status = 'failed' ${narrowed(filter)}`;
  return row?.count ?? 0;
}

function narrowed({ codes, recordId }: FailedFilter): Prisma.Sql {
  const byCode = codes ? Prisma.sql`and "failureCode" = any(${[...codes]})` : Prisma.empty;
  const byRecord = recordId ? Prisma.sql`and "recordId" = ${recordId}::uuid` : Prisma.empty;
  return Prisma.sql`${byCode} ${byRecord}`;
}
