import type { Db } from "./client.ts";

export type EventToStore = {
  eventId: string;
  event: string;
  profileId: string | null;
  customerRef: string | null;
  happenedAt: Date | null;
  body: Record<string, unknown>;
};

/** Stores events that were not here before, in one statement. @returns our ids of the new ones */
export async function storeEvents(
  db: Db,
  connectionId: string,
  events: readonly EventToStore[],
  now: Date,
): Promise<string[]> {
  if (events.length === 0) return [];
  const stored = await db.webhookEvent.createManyAndReturn({
    data: events.map(({ eventId, event, profileId, customerRef, happenedAt, body }) => ({
      connectionId,
      eventId,
      event,
      profileId,
      customerRef,
      happenedAt,
      // JSON came in, JSON goes out.
      body: JSON.parse(JSON.stringify(body)),
      receivedAt: now,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  return stored.map(({ id }) => id);
}
