import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { countDeliveries } from "../../../store/count-deliveries.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { deliver } from "./deliver.ts";
import { launchChunk } from "./launch-chunk.ts";
import { pauseChunk } from "./pause-chunk.ts";
import { resumeChunk } from "./resume-chunk.ts";
import { retryFailed } from "./retry-failed.ts";
import { stopChunk } from "./stop-chunk.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.control("/settings", { indexDelayMs: 0 });
});
afterAll(() => world.close());
afterEach(async () => {
  // The connection is one for all tests: what a test leaves under way is stopped.
  for (const { id } of await world.ctx.db.chunk.findMany({
    where: { status: { in: ["running", "pausing", "paused"] } },
  }))
    await stopChunk(world.operator, id);
  world.jobs.splice(0);
});

const calls = async () => (await world.control<{ calls: unknown[] }>("/calls?limit=1000")).calls.length;
const transitionsOf = (chunkId: string) => world.ctx.db.transition.count({ where: { subjectId: chunkId } });

test("after a pause is stored no call starts, not even for a job that was taken from the queue before", async () => {
  const chunkId = await world.launched(["P-1", "P-2"]);
  const taken = [...world.jobs];
  must(await pauseChunk(world.operator, chunkId));
  const before = await calls();
  for (const { payload } of taken) expect(await deliver(world.ctx, payload, world.hand)).toBe("left_alone");
  expect(await calls()).toBe(before);
  expect(await world.statusOf(chunkId)).toBe("paused");
});

test("a pause between two calls of one client lets the call in flight end and no other start; a resume goes on at the next step", async () => {
  const chunkId = await world.launched(["P-3"]);
  const [job] = world.jobs.splice(0);
  if (!job) throw new Error("no job");
  const pausedMidway = {
    ...world.ctx,
    passfort: (connection: Parameters<typeof world.ctx.passfort>[0]) => {
      const client = world.ctx.passfort(connection);
      return {
        ...client,
        createProfile: async (input: Parameters<typeof client.createProfile>[0]) =>
          client.createProfile(input).finally(async () => void must(await pauseChunk(world.operator, chunkId))),
      };
    },
  };
  expect(await deliver(pausedMidway, job.payload, world.hand)).toBe("not_running");
  expect(await world.statusOf(chunkId)).toBe("paused");
  expect(await world.deliveryOf("P-3")).toMatchObject({
    status: "queued",
    profileId: expect.any(String),
    attempts: [{ status: "accepted" }],
  });

  must(await resumeChunk(world.operator, chunkId));
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await world.profilesOf("P-3")).toHaveLength(1);
});

test("a resume is refused when the data is not what was approved", async () => {
  const chunkId = await world.launched(["P-4"]);
  must(await pauseChunk(world.operator, chunkId));
  await world.ctx.db.record.updateMany({
    where: { reference: "P-4" },
    data: { data: JSON.stringify({ entityType: "individual", reference: "P-4", familyName: "Other" }) },
  });
  expect(await resumeChunk(world.operator, chunkId)).toMatchObject({ ok: false, refusal: { kind: "not_met" } });
  expect(await world.statusOf(chunkId)).toBe("paused");
});

test("a stop withdraws what had not left, and lists what is missing of a client left halfway as its gaps", async () => {
  const chunkId = await world.launched(["S-1", "S-2"]);
  const begun = await world.deliveryOf("S-1");
  await world.control("/faults", { rules: [{ operation: "add_tag", kind: "429", retrySecs: 600, nth: 1 }] });
  expect(await deliver(world.ctx, { deliveryId: begun.id, generation: begun.generation }, world.hand)).toBe(
    "throttled",
  );
  must(await stopChunk(world.approver, chunkId));
  expect(await world.statusOf(chunkId)).toBe("stopped");
  const halfway = await world.deliveryOf("S-1");
  expect(halfway).toMatchObject({ status: "created", gaps: 3, profileId: expect.any(String) });
  expect(halfway.steps.map(({ kind, gapCode }) => [kind, gapCode])).toEqual([
    ["create_profile", null],
    ["add_tag", "stopped"],
    ["add_tag", "stopped"],
    ["read_back", "stopped"],
  ]);
  expect(halfway.steps.at(-1)?.gapMessage).toContain("before the client was read back");
  expect(await world.deliveryOf("S-2")).toMatchObject({ status: "withdrawn", profileId: null });
});

test("what a stop had withdrawn goes out with a later chunk, once, and stays counted in the stopped one", async () => {
  const stopped = await world.launched(["W-1", "W-2"]);
  must(await stopChunk(world.operator, stopped));
  const later = await world.approved(2);
  must(await launchChunk(world.operator, later, 2));
  await world.runJobs();
  for (const reference of ["W-1", "W-2"]) {
    expect(await world.deliveryOf(reference)).toMatchObject({ status: "created", chunkId: later });
  }
  const counts = await countDeliveries(world.ctx.db, [stopped, later]);
  expect(counts.get(stopped)).toMatchObject({ withdrawn: 2, created: 0 });
  expect(counts.get(later)).toMatchObject({ withdrawn: 0, created: 2 });
});

test("pausing, stopping, launching and resuming twice changes nothing the second time", async () => {
  await world.addClients(["Z-1"]);
  const chunkId = await world.approved(1);
  must(await launchChunk(world.operator, chunkId, 1));
  expect(await launchChunk(world.operator, chunkId, 1)).toMatchObject({ ok: false, refusal: { kind: "not_now" } });
  expect(await world.ctx.db.delivery.count({ where: { chunkId } })).toBe(1);
  for (const act of [pauseChunk, resumeChunk, stopChunk]) {
    must(await act(world.operator, chunkId));
    const once = await transitionsOf(chunkId);
    must(await act(world.operator, chunkId));
    expect(await transitionsOf(chunkId)).toBe(once);
  }
});

test("failed clients are sent again from the step they failed at, and a second retry finds nothing to do", async () => {
  await world.control("/faults", { rules: [{ operation: "add_tag", customerRef: "F-1", kind: "502_html", nth: 1 }] });
  const chunkId = await world.launched(["F-1"]);
  await world.runJobs();
  await world.ctx.db
    .$executeRaw`update "Delivery" set status = 'failed', "finishedAt" = now() where "chunkId" = ${chunkId}::uuid`;
  await sweepDeliveries(world.ctx);
  expect(await world.statusOf(chunkId)).toBe("finished");

  expect(must(await retryFailed(world.operator, chunkId))).toEqual({ retried: 1 });
  expect(must(await retryFailed(world.operator, chunkId))).toEqual({ retried: 0 });
  // Its tag was lost with an answer; Passfort may be at work on it for a minute.
  world.pass(66);
  expect(await world.runJobs()).toEqual(["unsettled"]);
  world.pass(4);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await world.profilesOf("F-1")).toHaveLength(1);
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("what was lost with the queue is found in the rows", async () => {
  await world.launched(["Q-1", "Q-2", "Q-3"]);
  world.jobs.splice(0);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created", "created", "created"]);
});

test("a job that is lost alone is missed also while the lane holds others: those of clients, and webhooks that nobody can settle", async () => {
  const chunkId = await world.launched(["V-1", "V-2"]);
  const [lost, kept] = world.jobs.splice(0);
  if (!lost || !kept) throw new Error("no jobs");
  const knock = { name: "settle_webhook", payload: { webhookEventId: randomUUID() } as never };
  world.jobs.push(kept, knock);
  await sweepDeliveries(world.ctx);
  const again = { ...lost.payload, generation: lost.payload.generation + 1 };
  expect(world.jobs.map(({ payload }) => payload)).toEqual([kept.payload, knock.payload, again]);
  world.jobs.splice(1, 1);
  expect(await world.runJobs()).toEqual(["created", "created"]);
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("whatever a lane holds of webhooks, a client that is to be looked up gets its job, ahead of them, and so do those that wait", async () => {
  await world.control("/faults", {
    rules: [{ operation: "create_profile", customerRef: "Y-1", kind: "drop_after", nth: 1 }],
  });
  const chunkId = await world.launched(["Y-1", "Y-2"]);
  const waiting = await world.deliveryOf("Y-2");
  await world.ctx.db.delivery.update({ where: { id: waiting.id }, data: { notBefore: world.ctx.clock.now() } });
  world.jobs.splice(0, 2, ...world.jobs.filter(({ payload }) => payload.deliveryId !== waiting.id));
  expect(await world.runJobs()).toEqual(["uncertain"]);
  const knocks = Array.from({ length: 3_000 }, () => ({
    name: "settle_webhook",
    payload: { webhookEventId: randomUUID() } as never,
  }));
  world.jobs.push(...knocks);
  world.pass(4);
  await sweepDeliveries(world.ctx);
  expect(world.jobs.at(0)?.payload.deliveryId).toBe((await world.deliveryOf("Y-1")).id);
  expect(world.jobs.at(-1)?.payload.deliveryId).toBe(waiting.id);
  world.jobs.splice(1, knocks.length);
  expect(await world.runJobs()).toEqual(["created", "created"]);
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("a launch is refused, with a sentence, on a wrong count, an expired approval, a busy connection, a silent worker and a Passfort that does not answer", async () => {
  await world.addClients(["X-1", "X-2"]);
  const first = await world.approved(1);
  const second = await world.approved(1);
  const refusal = async (ctx = world.operator, count = 1) => {
    const outcome = await launchChunk(ctx, second, count);
    return outcome.ok ? "launched" : outcome.refusal.sentence;
  };
  expect(await refusal(world.operator, 2)).toContain("has 1 clients, not 2");
  must(await launchChunk(world.operator, first, 1));
  expect(await refusal()).toContain("One chunk runs per connection");
  must(await stopChunk(world.operator, first));
  expect(
    await refusal({
      ...world.operator,
      passfort: (connection) => world.ctx.passfort({ ...connection, id: "gone", baseUrl: "http://127.0.0.1:9/4.0" }),
    }),
  ).toContain("Passfort does not answer");
  world.pass(60);
  expect(await refusal()).toContain("No worker has been heard");
  world.pass(73 * 3600);
  expect(await refusal()).toContain("expired");
  expect(await world.statusOf(second)).toBe("draft");
  expect(await world.ctx.db.delivery.count({ where: { chunkId: second } })).toBe(0);
});
