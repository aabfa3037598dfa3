import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { usualControl } from "../../../domain/control-settings.ts";
import { type RunWindow, weekdays } from "../../../domain/run-window.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { readChunk } from "../query/read-chunk.ts";
import { readPace } from "../query/read-pace.ts";
import { deliver } from "./deliver.ts";
import { pauseEverything } from "./pause-everything.ts";
import { resumeChunk } from "./resume-chunk.ts";
import { retryFailed } from "./retry-failed.ts";
import { setProcesses } from "./set-processes.ts";
import { stopChunk } from "./stop-chunk.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
const said: number[] = [];
beforeAll(async () => {
  world = await openWorld();
  await world.control("/settings", { indexDelayMs: 0 });
  world.ctx.queue.setProcesses = async (_, processes) => void said.push(processes);
});
afterAll(() => world.close());
afterEach(async () => {
  for (const { id } of await world.ctx.db.chunk.findMany({
    where: { status: { in: ["running", "pausing", "paused"] } },
  }))
    await stopChunk(world.operator, id);
  await world.control("/reset", {});
  world.jobs.splice(0);
  world.plan.control = usualControl;
  said.splice(0);
});

const chunkOf = (id: string) => world.ctx.db.chunk.findUniqueOrThrow({ where: { id } });
const limitsTold = async (id: string) =>
  must(await readPace(world.operator, id, "launch")).limits.map(({ processes, because }) => [processes, because]);
const transitionsOf = (id: string) => world.ctx.db.transition.count({ where: { subjectId: id } });
const references = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}-${n + 1}`);

test("processes are lowered and raised back at once, the second time changes nothing, and never above what was approved", async () => {
  const chunkId = await world.launched(["N-1"]);
  expect(must(await setProcesses(world.operator, chunkId, { processes: 1, seen: 2 }))).toEqual({ processes: 1 });
  expect(said.at(-1)).toBe(1);
  await sweepDeliveries(world.ctx);
  expect(said.at(-1)).toBe(1);
  must(await setProcesses(world.operator, chunkId, { processes: 1, seen: 2 }));
  expect(await setProcesses(world.operator, chunkId, { processes: 3, seen: 1 })).toMatchObject({
    refusal: { kind: "not_met", sentence: expect.stringContaining("2 processes were approved") },
  });
  must(await setProcesses(world.operator, chunkId, { processes: 2, seen: 1 }));
  expect(said.at(-1)).toBe(2);
  expect(await limitsTold(chunkId)).toEqual([
    [2, "as approved"],
    [1, "a person asked for it"],
    [2, "a person asked for it"],
  ]);
  const { fingerprint, approvedFingerprint, processes } = await chunkOf(chunkId);
  expect([fingerprint, processes]).toEqual([approvedFingerprint, 2]);
});

test("of two people who change the processes the second is told, and who may not launch may only brake", async () => {
  const chunkId = await world.launched(["N-2"]);
  must(await setProcesses(world.approver, chunkId, { processes: 1, seen: 2 }));
  expect(await setProcesses(world.approver, chunkId, { processes: 2, seen: 1 })).toMatchObject({
    refusal: { kind: "not_permitted" },
  });
  expect(await setProcesses(world.operator, chunkId, { processes: 2, seen: 2 })).toMatchObject({
    refusal: { kind: "changed_meanwhile" },
  });
});

test("when Passfort answers slowly fewer processes run, the dashboard says so, and after calm minutes all run again", async () => {
  const chunkId = await world.launched(["S-1"]);
  const delivery = await world.deliveryOf("S-1");
  const step = await world.ctx.db.step.create({ data: { deliveryId: delivery.id, position: 9, kind: "add_tag" } });
  let number = 0;
  const called = (secondsAgo: number, durationMs: number, count: number) =>
    world.ctx.db.attempt.createMany({
      data: Array.from({ length: count }, () => ({
        deliveryId: delivery.id,
        stepId: step.id,
        chunkId,
        number: ++number,
        status: "accepted" as const,
        workerId: "test",
        openedAt: new Date(world.ctx.clock.now().getTime() - secondsAgo * 1000),
        durationMs,
      })),
    });
  await called(120, 100, 30);
  await called(5, 1500, 30);
  await sweepDeliveries(world.ctx);
  expect(said.at(-1)).toBe(1);
  expect(must(await readChunk(world.operator, chunkId))).toMatchObject({
    presentProcesses: 1,
    allowedProcesses: 2,
    slowedBecause: "Passfort answers slowly (1.5 s, before 100 ms)",
  });
  await sweepDeliveries(world.ctx);
  expect((await chunkOf(chunkId)).slowedTo).toBe(1);
  world.pass(61);
  await called(5, 110, 30);
  await sweepDeliveries(world.ctx);
  expect(await chunkOf(chunkId)).toMatchObject({ slowedTo: null, slowedSince: null });
  await sweepDeliveries(world.ctx);
  expect(said.at(-1)).toBe(2);
  expect(await limitsTold(chunkId)).toEqual([
    [2, "as approved"],
    [1, "Passfort answers slowly (1.5 s, before 100 ms)"],
    [2, "Passfort is calm again"],
  ]);
});

test("a chunk pauses itself at the number of errors its plan says, and a resume counts anew", async () => {
  world.plan.control = { ...usualControl, breaker: { errors: 2, percent: 100, window: 50 } };
  await world.control("/faults", {
    rules: [{ operation: "create_profile", kind: "errors_in_200", code: 201, times: 3 }],
  });
  const chunkId = await world.launched(references("E", 6));
  await world.runJobs();
  expect(await chunkOf(chunkId)).toMatchObject({
    status: "paused",
    holdReason: expect.stringContaining("2 of the last 2 clients were not created, and the plan says to stop at 2"),
  });
  expect(await world.ctx.db.delivery.count({ where: { chunkId, status: "queued" } })).toBe(4);
  world.pass(1);
  must(await resumeChunk(world.operator, chunkId));
  await world.runJobs();
  expect(await chunkOf(chunkId)).toMatchObject({ status: "finished" });
});

test.each([
  [104, "chargeable limit of this account is reached"],
  [502, "not set up in Passfort"],
  [204, "does not accept our key"],
])("body code %i pauses the chunk at the first answer, with what a person must do", async (code, words) => {
  await world.control("/faults", { rules: [{ operation: "create_profile", kind: "errors_in_200", code, times: 9 }] });
  const chunkId = await world.launched(references(`H${code}`, 3));
  await world.runJobs();
  expect(await chunkOf(chunkId)).toMatchObject({ status: "paused", holdReason: expect.stringContaining(words) });
  const created = (await world.control<{ calls: { operation: string }[] }>("/calls?limit=1000")).calls.filter(
    ({ operation }) => operation === "create_profile",
  );
  expect(created).toHaveLength(1);
});

test("outside its run window a chunk waits, says until when, and goes on by itself", async () => {
  const now = world.ctx.clock.now();
  const clock = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString().slice(11, 16);
  const runWindow: RunWindow = { timeZone: "UTC", from: clock(1), until: clock(3), days: [...weekdays] };
  world.plan.control = { ...usualControl, runWindow };
  const chunkId = await world.launched(["O-1", "O-2"]);
  expect(await world.runJobs()).toEqual(["held", "left_alone"]);
  const opening = new Date(`${now.toISOString().slice(0, 11)}${runWindow.from}:00Z`);
  expect(await chunkOf(chunkId)).toMatchObject({
    status: "running",
    holdReason: expect.stringContaining(`Outside its run window (${runWindow.from} to ${runWindow.until} UTC`),
    heldUntil: opening,
  });
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual([]);
  world.pass((opening.getTime() - now.getTime()) / 1000);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created", "created"]);
});

test("a window that closes while a client is on its way lets no other call of it start", async () => {
  const now = world.ctx.clock.now();
  const minute = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString().slice(11, 16);
  world.plan.control = {
    ...usualControl,
    runWindow: { timeZone: "UTC", from: minute(-60), until: minute(2), days: [...weekdays] },
  };
  await world.launched(["O-3"]);
  const [job] = world.jobs.splice(0);
  if (!job) throw new Error("no job");
  const closing = {
    ...world.ctx,
    passfort: (connection: Parameters<typeof world.ctx.passfort>[0]) => {
      const client = world.ctx.passfort(connection);
      return {
        ...client,
        createProfile: (input: Parameters<typeof client.createProfile>[0]) =>
          client.createProfile(input).finally(() => world.pass(150)),
      };
    },
  };
  expect(await deliver(closing, job.payload, world.hand)).toBe("held");
  expect(await world.deliveryOf("O-3")).toMatchObject({ status: "queued", attempts: [{ status: "accepted" }] });
});

test("the kill switch pauses every running chunk at once for whoever may brake, and a second time nothing changes", async () => {
  const chunkId = await world.launched(["K-1", "K-2"]);
  const taken = [...world.jobs];
  expect(must(await pauseEverything(world.admin, { reason: "wrong mapping" }))).toEqual({ paused: 1 });
  for (const { payload } of taken) expect(await deliver(world.ctx, payload, world.hand)).toBe("left_alone");
  expect(await chunkOf(chunkId)).toMatchObject({
    status: "paused",
    holdReason: "Everything was paused by ada: wrong mapping",
  });
  const once = await transitionsOf(chunkId);
  expect(must(await pauseEverything(world.admin, { reason: "wrong mapping" }))).toEqual({ paused: 0 });
  expect(await transitionsOf(chunkId)).toBe(once);
  must(await resumeChunk(world.operator, chunkId));
  expect(await world.runJobs()).toEqual(["created", "created"]);
});

test("failed clients are sent again by record, by code, or all that only were not reached; refused ones never", async () => {
  const chunkId = await world.launched(references("R", 5));
  await world.runJobs();
  const codes = ["timeout", "http_503", "http_400", "http_400", "201"];
  for (const [index, code] of codes.entries())
    await world.ctx.db.$executeRaw`
      update "Delivery" set status = ${code === "201" ? "refused" : "failed"}::"DeliveryStatus", "failureCode" = ${code} where reference = ${`R-${index + 1}`}`;
  const { failureCodes } = must(await readChunk(world.operator, chunkId));
  expect(failureCodes).toContainEqual({
    status: "failed",
    code: "http_400",
    count: 2,
    example: null,
    isTransient: false,
  });
  expect(must(await retryFailed(world.operator, chunkId, { kind: "transient" }))).toEqual({ retried: 2 });
  expect(must(await retryFailed(world.operator, chunkId, { kind: "transient" }))).toEqual({ retried: 0 });
  const { recordId } = await world.deliveryOf("R-3");
  expect(must(await retryFailed(world.operator, chunkId, { kind: "record", recordId }))).toEqual({ retried: 1 });
  expect(must(await retryFailed(world.operator, chunkId, { kind: "code", code: "http_400" }))).toEqual({ retried: 1 });
  expect(must(await retryFailed(world.operator, chunkId))).toEqual({ retried: 0 });
  expect((await world.deliveryOf("R-5")).status).toBe("refused");
});
