import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openWorld, type World } from "../../../test-world.ts";
import { pauseChunk } from "./pause-chunk.ts";
import { stopChunk } from "./stop-chunk.ts";
import { sweepDeliveries } from "./sweep.ts";
import { openScene, type Scene } from "./test-scene.ts";
import { expectTruths, profilesOf } from "./test-truths.ts";
import type { TestWorker } from "./test-worker.ts";

let world: World;
let scene: Scene;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  world = await openWorld();
});
afterEach(() => scene.end());
afterAll(async () => {
  vi.useRealTimers();
  await world.close();
});

const all = 10_000;
const deliveryOf = (worker: TestWorker) =>
  world.ctx.db.delivery.findUniqueOrThrow({
    where: { id: worker.job.deliveryId },
    include: { steps: { orderBy: { position: "asc" } }, attempts: { orderBy: { openedAt: "asc" } } },
  });

/** A worker at work on the first client of a new scene. */
async function atWork(workerId = "worker-a"): Promise<TestWorker> {
  scene = await openScene(world);
  const [job] = world.jobs.splice(0, 1);
  if (!job) throw new Error("no job");
  return scene.startWorker(job.payload, workerId);
}

/** Lets it go on until it stands before the call whose attempt it has just written down. */
async function untilWrittenDown(worker: TestWorker): Promise<void> {
  for (let moment = 0; moment < 100; moment += 1) {
    if ((await deliveryOf(worker)).attempts.some(({ status }) => status === "open")) return;
    await worker.goOn(1);
  }
  throw new Error("It never made a call.");
}

test("a call that was written down and did not leave, because its worker stood still, does not leave once somebody else has the client", async () => {
  const worker = await atWork();
  await untilWrittenDown(worker);
  await scene.pass(25);
  await sweepDeliveries(world.ctx);
  const before = scene.callsLeft();
  await worker.goOn(all);
  expect(scene.callsLeft()).toBe(before);
  expect(await deliveryOf(worker)).toMatchObject({ status: "uncertain", attempts: [{ code: "worker_died" }] });
  await expectTruths(scene);
});

test("nor does it leave some seconds after a pause was stored", async () => {
  const worker = await atWork();
  await untilWrittenDown(worker);
  await pauseChunk(scene.operator, scene.chunkId);
  await scene.pass(3);
  const before = scene.callsLeft();
  await worker.goOn(all);
  expect(scene.callsLeft()).toBe(before);
  expect(await world.statusOf(scene.chunkId)).toBe("paused");
  expect(await deliveryOf(worker)).toMatchObject({ status: "queued", profileId: null });
});

test("a job that runs twice in one process is not two hands with one claim: the second time finds nothing, and the first, whose claim was lost, makes no call", async () => {
  const stalled = await atWork();
  while ((await deliveryOf(stalled)).status !== "sending") await stalled.goOn(1);
  // Held, so that the sweep frees the client and gives it no job of a new generation.
  await world.ctx.db.chunk.updateMany({ data: { heldUntil: new Date(world.ctx.clock.now().getTime() + 30_000) } });
  await scene.pass(25);
  await sweepDeliveries(world.ctx);
  await scene.pass(10);
  const again = await scene.startWorker(stalled.job, "worker-a");
  await again.goOn(all);
  expect(again.word).toBe("left_alone");
  const before = scene.callsLeft();
  await stalled.goOn(all);
  expect(scene.callsLeft()).toBe(before);
  expect(await deliveryOf(again)).toMatchObject({ status: "queued", attempts: [] });
  await expectTruths(scene);
});

test("a doubled job finds nothing to do while the client waits for Passfort's search to show what may have been made", async () => {
  const worker = await atWork();
  await world.control("/faults", { rules: [{ operation: "create_profile", kind: "drop_after", nth: 1 }] });
  await worker.goOn(all);
  expect(worker.word).toBe("uncertain");
  const doubled = await scene.startWorker(worker.job, "worker-b");
  await doubled.goOn(all);
  expect(doubled.word).toBe("left_alone");
  await scene.pass(6);
  await sweepDeliveries(world.ctx);
  const job = world.jobs.find(({ payload }) => payload.deliveryId === worker.job.deliveryId);
  if (!job) throw new Error("It was given no job.");
  const next = await scene.startWorker(job.payload, "worker-b");
  await next.goOn(all);
  expect(next.word).toBe("created");
  await expectTruths(scene);
});

test("the heart of a worker does not bring back a claim that ran out, because its place may be taken", async () => {
  const worker = await atWork();
  await untilWrittenDown(worker);
  await scene.pass(10);
  await scene.beat();
  const { claimedUntil } = await deliveryOf(worker);
  expect(claimedUntil?.getTime()).toBe(world.ctx.clock.now().getTime() + 20_000);
  await scene.pass(21);
  await scene.beat();
  expect((await deliveryOf(worker)).claimedUntil).toEqual(claimedUntil);
});

test("a client that exists and whose tag may have been lost is created with a gap when its chunk is stopped, not uncertain for good", async () => {
  await atWork();
  await world.control("/faults", { rules: [{ operation: "add_tag", kind: "drop_after", nth: 1 }] });
  const [worker] = scene.standing();
  await worker?.goOn(all);
  expect(worker?.word).toBe("uncertain");
  await stopChunk(scene.operator, scene.chunkId);
  expect(await world.statusOf(scene.chunkId)).toBe("stopped");
  const delivery = await world.ctx.db.delivery.findFirstOrThrow({
    where: { profileId: { not: null } },
    include: { steps: { orderBy: { position: "asc" } } },
  });
  expect(delivery).toMatchObject({ status: "created", gaps: 3, failureCode: null });
  expect(delivery.steps[1]?.gapMessage).toContain("It may be in Passfort");
  expect(await profilesOf(scene)).toHaveLength(1);
  await expectTruths(scene);
});
