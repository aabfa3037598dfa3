import type { Db } from "./client.ts";

/** Events that were received before an instant and not looked at, and unmatched ones whose profile a delivery has learnt. */
export async function findUnsettledEvents(
  db: Db,
  receivedBefore: Date,
  limit: number,
): Promise<{ id: string; connectionId: string }[]> {
  return db.$queryRaw<{ id: string; connectionId: string }[]>`
    (select id::text, "connectionId"::text from "WebhookEvent" where status = 'received' and "receivedAt" < ${receivedBefore} limit ${limit})
    union all
    (select e.id::text, e."connectionId"::text from "WebhookEvent" e
      join "Delivery" d on d."connectionId" = e."connectionId" and d."profileId" = e."profileId"
      where e.status = 'unmatched' limit ${limit})`;
}
