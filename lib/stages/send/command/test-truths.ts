import { expect } from "vitest";
import { identityHolds } from "../../../domain/counts.ts";
import { countDeliveries } from "../../../store/count-deliveries.ts";
import { countsOf } from "../../../store/counts-of.ts";
import { clients, processes, type Scene } from "./test-scene.ts";

export type Listed = { id: string; role: string; customer_ref: string | null };
type Seen = { duplicateCustomerRefs: string[]; calls: Record<string, number> };

export const profilesOf = async ({ world }: Scene): Promise<Listed[]> =>
  (await world.control<{ profiles: Listed[] }>("/profiles?limit=1000")).profiles;

/** Whatever was done, and whoever stands where: this holds. */
export async function expectTruths(scene: Scene): Promise<void> {
  const { world } = scene;
  const { db, clock } = world.ctx;
  expect(scene.unlawful, "calls that must not have left").toEqual([]);
  expect(
    scene.words().filter((word) => word.startsWith("broke")),
    "workers that broke",
  ).toEqual([]);

  const seen = await world.control<Seen>("/state?account=sim-demo-key");
  expect(seen.duplicateCustomerRefs, "profiles made twice").toEqual([]);
  expect(sum(Object.values(seen.calls)), "every call was seen before it left").toBe(scene.callsLeft());

  const counts = await countsOf(db, world.migration.id);
  expect(identityHolds(counts), `the counts add up: ${JSON.stringify(counts)}`).toBe(true);
  expect(counts.clients).toBe(clients.length);
  const ofChunk = (await countDeliveries(db, [scene.chunkId])).get(scene.chunkId);
  const { clientCount } = await db.chunk.findUniqueOrThrow({ where: { id: scene.chunkId } });
  expect(sum(Object.values(ofChunk ?? {})), "the numbers of a chunk add up to its clients").toBe(clientCount);

  const inHand = await db.delivery.count({ where: { status: "sending", claimedUntil: { gt: clock.now() } } });
  expect(inHand, "clients in hand").toBeLessThanOrEqual(processes);

  const referenceById = new Map((await profilesOf(scene)).map(({ id, customer_ref }) => [id, customer_ref]));
  for (const { reference, status, profileId } of await db.delivery.findMany()) {
    if (status === "created") expect(profileId, `${reference} is created`).not.toBeNull();
    if (profileId !== null) expect(referenceById.get(profileId), "a profile is the client's own").toBe(reference);
  }
}

const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0);
