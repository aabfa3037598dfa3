import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { must, openWorld, type World } from "../../../test-world.ts";
import { deliver } from "./deliver.ts";
import { pauseChunk } from "./pause-chunk.ts";
import { stopChunk } from "./stop-chunk.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  for (const { id } of await world.ctx.db.chunk.findMany({ where: { status: { in: ["running", "paused"] } } }))
    must(await stopChunk(world.operator, id));
  world.jobs.splice(0);
  await world.control("/reset", {});
  await world.ctx.db.callLimit.deleteMany();
});

const limitCreates = (createProfile: { perHour: number; burst: number }) =>
  world.control("/settings", { limits: { account: "demo", createProfile } });
const callsOf = async () =>
  (await world.control<{ calls: { operation: string; status: number }[] }>("/calls?limit=10000")).calls;
const references = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}-${n + 1}`);

/** Several workers side by side take what there is; then time passes, here and in the simulator alike, until all is done. */
async function runDry(chunkId: string, workers: number): Promise<{ heldBecause: Set<string>; seconds: number }> {
  const heldBecause = new Set<string>();
  let seconds = 0;
  for (let round = 0; round < 400 && (await world.statusOf(chunkId)) === "running"; round += 1) {
    const taken = world.jobs.splice(0);
    const worker = async (number: number) => {
      for (let job = taken.shift(); job; job = taken.shift())
        await deliver(world.ctx, job.payload, { ...world.hand, workerId: `worker-${number}` });
    };
    await Promise.all(Array.from({ length: workers }, (_, number) => worker(number)));
    const { holdReason, heldUntil } = await world.ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } });
    if (holdReason && heldUntil) heldBecause.add(holdReason);
    world.pass(1);
    seconds += 1;
    await world.control("/settings", { advanceMs: 1000 });
    await sweepDeliveries(world.ctx);
  }
  return { heldBecause, seconds };
}

test("under a tight limit a chunk is finished by several workers without one 429, and its hold says why", async () => {
  await limitCreates({ perHour: 3600, burst: 14 });
  const chunkId = await world.launched(references("T", 60));
  const { heldBecause, seconds } = await runDry(chunkId, 5);
  expect(await world.statusOf(chunkId)).toBe("finished");
  const calls = await callsOf();
  expect(calls.filter(({ status }) => status === 429)).toEqual([]);
  expect(calls.filter(({ operation }) => operation === "create_profile")).toHaveLength(60);
  expect([...heldBecause].every((reason) => /^Pacing: Passfort allows [\d,]+ new profiles an hour/.test(reason))).toBe(
    true,
  );
  expect(heldBecause.size).toBeGreaterThan(0);
  // 14 at once, then one a second.
  expect(seconds).toBeLessThan(46 * 1.6);
});

test("a bucket smaller than the number of workers is used one call after the other, without one 429", async () => {
  await limitCreates({ perHour: 3600, burst: 2 });
  const chunkId = await world.launched(references("B", 12));
  await runDry(chunkId, 5);
  expect(await world.statusOf(chunkId)).toBe("finished");
  expect((await callsOf()).filter(({ status }) => status === 429)).toEqual([]);
});

test("while the limit is far away nothing is held", async () => {
  await limitCreates({ perHour: 10_000, burst: 2000 });
  const chunkId = await world.launched(references("F", 20));
  const { heldBecause } = await runDry(chunkId, 3);
  expect(heldBecause.size).toBe(0);
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("a delivery that waits for its turn starts no call once a pause is stored", async () => {
  await limitCreates({ perHour: 10_000, burst: 2000 });
  const chunkId = await world.launched(["W-1"]);
  const [job] = world.jobs.splice(0);
  if (!job) throw new Error("no job");
  const now = world.ctx.clock.now();
  const busyUntil = new Date(now.getTime() + 60_000);
  await world.ctx.db.callLimit.create({
    data: { connectionId: world.connection.id, call: "create", intervalMs: 360, burst: 1, arrivalAt: now, busyUntil },
  });
  const hand = { ...world.hand, wait: async () => void must(await pauseChunk(world.operator, chunkId)) };
  expect(await deliver(world.ctx, job.payload, hand)).toBe("not_running");
  expect((await callsOf()).filter(({ operation }) => operation === "create_profile")).toEqual([]);
  expect(await world.statusOf(chunkId)).toBe("paused");
});
