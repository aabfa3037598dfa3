import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/**
 * Gaps that sending again may close: what has errors in the book leaves with a correction chunk only. What is held back waits for another gap of
 * its client, and is sent with that.
 */
const sendable = Prisma.sql`exists (select 1 from "Step" s where s."deliveryId" = d.id and s."gapCode" is not null and s."gapCode" not in ('not_ready', 'applied_by_itself', 'held_back'))`;

export type GapScope = { chunkId: string; deliveryId?: string | undefined };
const inScope = ({ chunkId, deliveryId }: GapScope) =>
  Prisma.sql`d."chunkId" = ${chunkId}::uuid and d.status = 'created' and d.gaps > 0 ${deliveryId ? Prisma.sql`and d.id = ${deliveryId}::uuid` : Prisma.empty} and ${sendable}`;

/** How many created clients have gaps that may be sent again. */
export async function countSendableGaps(tx: Tx, scope: GapScope): Promise<number> {
  const [row] = await tx.$queryRaw<
    { n: number }[]
  >`select count(*)::int as n from "Delivery" d where ${inScope(scope)}`;
  return row?.n ?? 0;
}

/** Queues them again, for their gaps alone: what is done stays done. @returns how many */
export async function requeueGaps(tx: Tx, scope: GapScope, byId: string, now: Date): Promise<number> {
  return tx.$executeRaw`
    with requeued as (
      update "Delivery" d set status = 'queued', tries = 0, "notBefore" = ${now}, "finishedAt" = null, "isLaidOut" = false where ${inScope(scope)}
      returning d.id
    )
    insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
    select 'delivery', id, 'created', 'queued', ${byId}, 'a person sends its gaps again', ${now} from requeued`;
}
