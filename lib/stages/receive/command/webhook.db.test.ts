import { afterAll, beforeAll, expect, test } from "vitest";
import { leaveCallPlace, takeCallPlace } from "../../../store/call-place.ts";
import { openWorld, type World } from "../../../test-world.ts";
import { readRecord } from "../query/read-record.ts";
import { settleWebhook } from "./settle-webhook.ts";
import { storeWebhook } from "./store-webhook.ts";
import { sweepWebhooks } from "./sweep-webhooks.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const secret = "sim-webhook-secret";
const envelope = (id: string, profileId: string | null, event = "PRODUCT_STATUS_CHANGED") => ({
  id,
  event,
  secret,
  timestamp: 1_795_000_000,
  data: { profile_id: profileId, customer_ref: "H-1", new_status: "APPROVED" },
});
const knock = (body: unknown, authorization: string | null = null) =>
  storeWebhook(world.ctx, world.connection.id, { body: JSON.stringify(body), authorization });
const stored = (eventId: string) => world.ctx.db.webhookEvent.findFirstOrThrow({ where: { eventId } });

async function profileOf(reference: string): Promise<string> {
  await world.launched([reference]);
  await world.runJobs();
  const { profileId } = await world.deliveryOf(reference);
  if (!profileId) throw new Error("not created");
  return profileId;
}

test("a knock with a wrong secret, or with none, is not stored", async () => {
  expect(await knock({ ...envelope("e-forged", null), secret: "guess" })).toBe("forged");
  expect(await knock({ ...envelope("e-forged", null), secret: undefined })).toBe("forged");
  expect(await world.ctx.db.webhookEvent.count()).toBe(0);
});

test("a knock is stored once however often it comes, alone or in a batch, without its secret", async () => {
  const body = envelope("e-1", null, "SOMETHING_NEW");
  for (const delivery of [body, body, [body, envelope("e-2", null)]]) expect(await knock(delivery)).toBe("stored");
  expect(await world.ctx.db.webhookEvent.count()).toBe(2);
  expect(JSON.stringify((await stored("e-1")).body)).not.toContain(secret);
});

test("a knock updates the status on the record by what Passfort says now, not by what the knock says", async () => {
  const profileId = await profileOf("H-1");
  const delivery = await world.deliveryOf("H-1");
  await world.ctx.db.delivery.update({ where: { id: delivery.id }, data: { applicationStatus: "STALE" } });
  await knock({ ...envelope("e-3", profileId), data: { profile_id: profileId, new_status: "NONSENSE" } });
  expect(await settleWebhook(world.ctx, (await stored("e-3")).id)).toBe("matched");
  expect(await settleWebhook(world.ctx, (await stored("e-3")).id)).toBe("left_alone");
  const record = await readRecord(world.operator, delivery.recordId);
  expect(record).toMatchObject({
    ok: true,
    value: {
      delivery: { applicationStatus: delivery.applicationStatus },
      webhooks: [{ event: "PRODUCT_STATUS_CHANGED", status: "matched" }],
    },
  });
  expect(JSON.stringify(record)).not.toMatch(/Person1\b/);
});

test("a knock that comes before we know the profile is matched when we do", async () => {
  const profileId = await profileOf("H-2");
  const { id } = await world.deliveryOf("H-2");
  await world.ctx.db.delivery.update({ where: { id }, data: { profileId: null } });
  await knock(envelope("e-4", profileId));
  const event = await stored("e-4");
  expect(await settleWebhook(world.ctx, event.id)).toBe("unmatched");
  world.jobs.splice(0);
  await sweepWebhooks(world.ctx);
  expect(world.jobs).not.toContainEqual(expect.objectContaining({ payload: { webhookEventId: event.id } }));

  await world.ctx.db.delivery.update({ where: { id }, data: { profileId } });
  await sweepWebhooks(world.ctx);
  expect(world.jobs).toContainEqual(expect.objectContaining({ payload: { webhookEventId: event.id } }));
  expect(await settleWebhook(world.ctx, event.id)).toBe("matched");
});

test("a knock waits while as many calls are in flight as may be, and one that is answered takes a client's place", async () => {
  const profileId = await profileOf("H-3");
  await knock(envelope("e-5", profileId));
  const event = await stored("e-5");
  await world.launched(["H-4", "H-5", "H-6"]);
  const claimedUntil = new Date(world.ctx.clock.now().getTime() + 20_000);
  await world.ctx.db.delivery.updateMany({
    where: { reference: { in: ["H-4", "H-5"] } },
    data: { status: "sending", claimedBy: "another worker#1", claimedUntil },
  });
  const callsBefore = await world.control("/state?account=sim-demo-key");
  expect(await settleWebhook(world.ctx, event.id)).toBe("left_alone");
  expect(await world.control("/state?account=sim-demo-key")).toEqual(callsBefore);
  expect(await stored("e-5")).toMatchObject({ status: "received" });

  await world.ctx.db.delivery.updateMany({
    where: { reference: "H-4" },
    data: { claimedUntil: null, status: "queued" },
  });
  const now = world.ctx.clock.now();
  const until = new Date(now.getTime() + 60_000);
  const { id: connectionId } = world.connection;
  const place = await takeCallPlace(world.ctx.db, { connectionId, now, until });
  expect(await takeCallPlace(world.ctx.db, { connectionId, now, until })).toBeNull();
  expect((await world.runJobs()).filter((word) => word !== "left_alone")).toEqual([]);
  await leaveCallPlace(world.ctx.db, place ?? "", now);
  expect(await settleWebhook(world.ctx, event.id)).toBe("matched");
  expect(await world.ctx.db.callPlace.count()).toBe(0);
});
