import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { awaitCallPlace, leaveCallPlace, takeAwaitedPlace, takeCallPlace } from "../../../store/call-place.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { deliver } from "./deliver.ts";
import { pauseChunk } from "./pause-chunk.ts";
import { resumeChunk } from "./resume-chunk.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.control("/reset", {});
  await world.control("/settings", { indexDelayMs: 0, latencyMs: 60 });
});

/** The chunks of this world were approved with two processes. */
const processes = 2;
type State = { peakConcurrency: number; profiles: number };

test("a queue that was wiped and hands out other clients at once never brings more calls in flight than processes", async () => {
  const chunkId = await world.launched(["W-1", "W-2", "W-3", "W-4", "W-5", "W-6"]);
  const jobs = world.jobs.splice(0).map(({ payload }) => payload);
  const hand = { ...world.hand, wait: (ms: number) => wait(ms) };
  // As a queue does that has forgotten who is at work: everything is given out, to several workers.
  const words = await Promise.all(
    jobs.map((job, n) => deliver(world.ctx, job, { ...hand, workerId: `worker ${n % 2}` })),
  );
  expect(words).toEqual(jobs.map(() => "created"));
  const state = await world.control<State>("/state?account=sim-demo-key");
  expect(state.profiles).toBe(6);
  expect(state.peakConcurrency).toBeLessThanOrEqual(processes);
  // The last two may each have seen the other at work.
  await sweepDeliveries(world.ctx);
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("a person who resumes while every place is taken, by webhooks that are answered by reads, waits for one, and no call is beside them", async () => {
  const { db, clock } = world.ctx;
  const chunkId = await world.launched(["R-1"]);
  must(await pauseChunk(world.operator, chunkId));
  expect(await world.statusOf(chunkId)).toBe("paused");
  const takenUntil = new Date(clock.now().getTime() + 60_000);
  await db.callPlace.createMany({ data: Array(5).fill({ connectionId: world.connection.id, takenUntil }) });
  const callsMade = async () => (await world.control<{ calls: unknown[] }>("/calls?limit=1000")).calls.length;
  const before = await callsMade();
  const resuming = resumeChunk(world.operator, chunkId);
  await wait(300);
  expect(await callsMade()).toBe(before);
  const [place] = await db.callPlace.findMany();
  await db.callPlace.delete({ where: { id: place?.id ?? "" } });
  must(await resuming);
  expect(await callsMade()).toBe(before + 1);
  await db.callPlace.deleteMany();
  expect(await world.runJobs()).toEqual(["created"]);
});

test("a place that a person waits for goes to no client and no webhook, and to nobody who died waiting", async () => {
  const { db, clock } = world.ctx;
  const connectionId = world.connection.id;
  const after = (seconds: number) => new Date(clock.now().getTime() + seconds * 1_000);
  await world.launched(["A-1", "A-2", "A-3"]);
  await db.delivery.updateMany({
    where: { reference: { in: ["A-1", "A-2"] } },
    data: { status: "sending", claimedBy: "other#1", claimedUntil: after(60) },
  });
  const place = await awaitCallPlace(db, { connectionId, until: after(10) });
  const wanted = () => ({ connectionId, now: clock.now(), until: after(60) });
  expect(await takeAwaitedPlace(db, place, wanted())).toBe(false);

  await db.delivery.updateMany({ where: { reference: "A-1" }, data: { status: "created", claimedUntil: null } });
  expect((await world.runJobs()).filter((word) => word !== "left_alone")).toEqual([]);
  expect(await takeCallPlace(db, wanted())).toBeNull();
  expect(await takeAwaitedPlace(db, place, wanted())).toBe(true);
  await leaveCallPlace(db, place, clock.now());

  await awaitCallPlace(db, { connectionId, until: after(10) });
  world.pass(11);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);

  world.pass(60);
  await sweepDeliveries(world.ctx);
  await world.runJobs();
});

test("a client that finds every place taken by workers that died is put back, and leaves once their claims have run out", async () => {
  const chunkId = await world.launched(["D-1", "D-2", "D-3"]);
  const dead = ["D-1", "D-2"];
  const claimedUntil = new Date(world.ctx.clock.now().getTime() + 20_000);
  await world.ctx.db.delivery.updateMany({
    where: { reference: { in: dead } },
    data: { status: "sending", claimedBy: "dead#1", claimedUntil },
  });
  expect((await world.runJobs()).filter((word) => word !== "left_alone")).toEqual([]);
  expect(await world.deliveryOf("D-3")).toMatchObject({ status: "queued", notBefore: world.ctx.clock.now() });

  world.pass(21);
  for (let round = 0; round < 3; round += 1) {
    await sweepDeliveries(world.ctx);
    await world.runJobs();
  }
  expect(await world.statusOf(chunkId)).toBe("finished");
  expect(await world.ctx.db.delivery.count({ where: { chunkId, status: "created" } })).toBe(3);
});
