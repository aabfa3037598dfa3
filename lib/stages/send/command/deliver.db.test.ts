import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openWorld, type World } from "../../../test-world.ts";
import { deliver } from "./deliver.ts";
import { stopChunk } from "./stop-chunk.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await fetch(`${world.simulator.controlUrl}/faults`, { method: "DELETE" });
  await world.control("/settings", { indexDelayMs: 0 });
});

const order = (rule: Record<string, unknown>) => world.control("/faults", { rules: [rule] });
const createCalls = async (reference: string) => (await world.profilesOf(reference)).length;

test("a client arrives with its reference, its application and its tags, and its chunk is finished", async () => {
  const chunkId = await world.launched(["A-1", "A-2"]);
  expect(await world.runJobs()).toEqual(["created", "created"]);
  const [profile] = await world.profilesOf("A-1");
  expect(profile?.tags.toSorted()).toEqual(["MIGREF-A-1", "migrated"]);
  const delivery = await world.deliveryOf("A-1");
  expect(delivery).toMatchObject({ status: "created", tries: 0, claimedBy: null });
  expect(delivery.applicationStatus).not.toBeNull();
  // The create, two tags, and the client read back.
  expect(delivery.attempts.map(({ status }) => status)).toEqual(Array(4).fill("accepted"));
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("a record whose answer was lost after it was processed is looked up, adopted, and never created twice", async () => {
  await order({ operation: "create_profile", customerRef: "L-1", kind: "drop_after", nth: 1 });
  await world.launched(["L-1"]);
  expect(await world.runJobs()).toEqual(["uncertain"]);
  expect(await world.deliveryOf("L-1")).toMatchObject({ status: "uncertain", profileId: null });

  world.pass(4);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await createCalls("L-1")).toBe(1);
  const { attempts, steps } = await world.deliveryOf("L-1");
  expect(attempts.filter(({ stepId }) => stepId === steps[0]?.id).map(({ status }) => status)).toEqual(["uncertain"]);
});

test("a record whose call was lost before it was processed is looked up first, then sent once", async () => {
  await order({ operation: "create_profile", customerRef: "L-2", kind: "drop_before", nth: 1 });
  await world.launched(["L-2"]);
  expect(await world.runJobs()).toEqual(["uncertain"]);
  // Passfort may still be at work on it.
  world.pass(4);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["unsettled"]);
  expect(await world.deliveryOf("L-2")).toMatchObject({ status: "uncertain", failureCode: "not_settled", tries: 1 });
  const searched = (await world.control<{ calls: unknown[] }>("/calls?limit=1000")).calls.length;

  world.pass(65);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await createCalls("L-2")).toBe(1);
  // A look, then the create and its two tags: more calls than a blind second try would have made.
  expect((await world.control<{ calls: unknown[] }>("/calls?limit=1000")).calls.length - searched).toBeGreaterThan(4);
});

test("a call that Passfort answered with a fault of its own has ended: two looks with a wait for its search between, then it is sent again", async () => {
  await order({ operation: "create_profile", customerRef: "L-4", kind: "500", nth: 1 });
  await world.launched(["L-4"]);
  expect(await world.runJobs()).toEqual(["uncertain"]);
  world.pass(4);
  await sweepDeliveries(world.ctx);
  // No process waits between the two.
  expect(await world.runJobs()).toEqual(["unsettled"]);
  expect(await createCalls("L-4")).toBe(0);
  world.pass(2);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual([]);
  world.pass(2);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await createCalls("L-4")).toBe(1);
});

test("a call that Passfort carries out long after its line was cut is found, and never made once more", async () => {
  await order({ operation: "create_profile", customerRef: "L-3", kind: "drop_late", ms: 58_000 });
  await world.launched(["L-3"]);
  expect(await world.runJobs()).toEqual(["uncertain"]);
  for (const seconds of [4, 30, 20]) {
    world.pass(seconds);
    await world.control("/settings", { advanceMs: seconds * 1000 });
    await sweepDeliveries(world.ctx);
    await world.runJobs();
    expect(await createCalls("L-3")).toBe(0);
  }
  world.pass(15);
  await world.control("/settings", { advanceMs: 15_000 });
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await createCalls("L-3")).toBe(1);
});

test("a worker that dies with a call in flight leaves a client that is looked up, not sent again", async () => {
  await world.launched(["D-1"]);
  const [job] = world.jobs.splice(0);
  if (!job) throw new Error("no job");
  // Died between Passfort's answer and writing it down: the profile exists, the attempt is open.
  const dying = { ...world.ctx, db: world.ctx.db.$extends({}) as unknown as typeof world.ctx.db };
  dying.passfort = (connection) => {
    const client = world.ctx.passfort(connection);
    return {
      ...client,
      createProfile: async (input) => client.createProfile(input).then(() => Promise.reject(new Error("killed"))),
    };
  };
  await expect(deliver(dying, job.payload, world.hand)).rejects.toThrow("killed");
  expect(await world.deliveryOf("D-1")).toMatchObject({ status: "sending", attempts: [{ status: "open" }] });

  await sweepDeliveries(world.ctx);
  expect((await world.deliveryOf("D-1")).status).toBe("sending");
  world.pass(30);
  await sweepDeliveries(world.ctx);
  expect(await world.deliveryOf("D-1")).toMatchObject({ status: "uncertain", attempts: [{ status: "uncertain" }] });
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await createCalls("D-1")).toBe(1);
});

test("a doubled job and a job of an older generation do nothing", async () => {
  await world.launched(["T-1"]);
  const [job] = world.jobs.splice(0);
  if (!job) throw new Error("no job");
  const older = { ...job.payload, generation: job.payload.generation - 1 };
  expect(await deliver(world.ctx, older, world.hand)).toBe("left_alone");
  const both = await Promise.all([
    deliver(world.ctx, job.payload, world.hand),
    deliver(world.ctx, job.payload, world.hand),
  ]);
  expect(both.toSorted()).toEqual(["created", "left_alone"]);
  expect(await deliver(world.ctx, job.payload, world.hand)).toBe("left_alone");
  expect(await createCalls("T-1")).toBe(1);
});

test("a client Passfort refuses keeps Passfort's own words, and is not tried again", async () => {
  const chunkId = await world.launched(["R-1"], { dateOfBirth: "not a date" });
  expect(await world.runJobs()).toEqual(["refused"]);
  const delivery = await world.deliveryOf("R-1");
  const refusedAttempt = delivery.attempts[0];
  expect(delivery).toMatchObject({
    status: "refused",
    profileId: null,
    failureMessage: refusedAttempt?.message,
    failureCode: refusedAttempt?.code,
  });
  expect(delivery.failureMessage?.length).toBeGreaterThan(3);
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("being asked to wait holds the whole chunk, fails nobody and is told in a sentence", async () => {
  await order({ operation: "create_profile", kind: "429", retrySecs: 41, nth: 1 });
  const chunkId = await world.launched(["W-1", "W-2"]);
  expect(await world.runJobs()).toEqual(["throttled", "left_alone"]);
  expect(await world.ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } })).toMatchObject({
    status: "running",
    holdReason: expect.stringContaining("Waiting 41 s"),
  });
  expect(await world.deliveryOf("W-1")).toMatchObject({ status: "queued", tries: 0 });

  await sweepDeliveries(world.ctx);
  expect(world.jobs).toHaveLength(0);
  world.pass(42);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created", "created"]);
});

test("a Passfort that is not reached pauses the chunk with its reason, and nothing is lost", async () => {
  const references = Array.from({ length: 12 }, (_, index) => `U-${index}`);
  const chunkId = await world.launched(references);
  const unreachable = {
    ...world.ctx,
    passfort: (connection: Parameters<typeof world.ctx.passfort>[0]) =>
      world.ctx.passfort({ ...connection, id: "nowhere", baseUrl: "http://127.0.0.1:9/4.0" }),
  };
  for (const { payload } of world.jobs.splice(0)) await deliver(unreachable, payload, world.hand);
  expect(await world.ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } })).toMatchObject({
    status: "paused",
    holdReason: expect.stringContaining("not reached 10 times in a row"),
  });
  expect(await world.ctx.db.delivery.count({ where: { chunkId, status: "queued" } })).toBe(12);
  await stopChunk(world.operator, chunkId);
});

test("a storage of files that is away pauses the chunk by its own name", async () => {
  const chunkId = await world.launched(Array.from({ length: 10 }, (_, index) => `F-${index}`));
  const away = { kind: "unreachable", code: "storage_away", message: "The bucket “books” does not answer." } as const;
  const noFiles = {
    ...world.ctx,
    passfort: (...place: Parameters<typeof world.ctx.passfort>) => ({
      ...world.ctx.passfort(...place),
      createProfile: async () => ({ ok: false as const, failure: away, durationMs: 0 }),
    }),
  };
  for (const { payload } of world.jobs.splice(0)) await deliver(noFiles, payload, world.hand);
  expect(await world.ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } })).toMatchObject({
    status: "paused",
    holdReason: expect.stringContaining("The storage of files was not reached 10 times in a row"),
  });
  await stopChunk(world.operator, chunkId);
});

test("a key that Passfort does not take pauses the chunk instead of failing its clients", async () => {
  const chunkId = await world.launched(["K-1"]);
  const wrongKey = {
    ...world.ctx,
    passfort: (connection: Parameters<typeof world.ctx.passfort>[0]) =>
      world.ctx.passfort({ ...connection, id: "wrong", apiKey: "wrong" }),
  };
  const [job] = world.jobs.splice(0);
  if (!job) throw new Error("no job");
  expect(await deliver(wrongKey, job.payload, world.hand)).toBe("halted");
  expect(await world.statusOf(chunkId)).toBe("paused");
  expect(await world.deliveryOf("K-1")).toMatchObject({ status: "queued", profileId: null });
  await stopChunk(world.operator, chunkId);
});

test("a tag whose answer was lost is looked up on the profile and not added twice", async () => {
  await order({ operation: "add_tag", kind: "drop_after", nth: 1 });
  await world.launched(["G-1"]);
  expect(await world.runJobs()).toEqual(["uncertain"]);
  world.pass(4);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  const [profile] = await world.profilesOf("G-1");
  expect(profile?.tags.toSorted()).toEqual(["MIGREF-G-1", "migrated"]);
});
