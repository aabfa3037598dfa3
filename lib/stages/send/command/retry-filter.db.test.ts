import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { retryFailed as contract } from "../../../contracts/chunks.ts";
import { beingSettledSentence, type FailureFilter } from "../../../domain/failure-filter.ts";
import { recordIdOf } from "../../../domain/record-id.ts";
import { requeueFailed } from "../../../store/requeue-failed.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { listFailures } from "../query/list-failures.ts";
import { retryFailed } from "./retry-failed.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.control("/settings", { indexDelayMs: 0 });
});
afterAll(() => world.close());
afterEach(() => world.calm());

type Wrong = { status: "refused" | "failed" | "uncertain"; code?: string; message?: string };

/** A chunk whose clients ended so; whoever is not named stays queued. */
async function endedSo(wrongByReference: Record<string, Wrong>): Promise<string> {
  const chunkId = await world.launched(Object.keys(wrongByReference));
  world.jobs.splice(0);
  for (const [reference, { status, code = null, message = null }] of Object.entries(wrongByReference))
    await world.ctx.db.$executeRaw`
      update "Delivery" set status = ${status}::"DeliveryStatus", "failureCode" = ${code}, "failureMessage" = ${message}
      where reference = ${reference}`;
  return chunkId;
}

const listed = async (chunkId: string, filter: FailureFilter) =>
  must(await listFailures(world.operator, chunkId, filter));
const referencesOf = async (chunkId: string, filter: FailureFilter) =>
  (await listed(chunkId, filter)).failures.map(({ reference }) => reference).sort();
const again = (chunkId: string, filter: FailureFilter, expected: number) =>
  retryFailed(world.operator, chunkId, { kind: "filter", filter, expected });
const queuedOf = async (chunkId: string) =>
  (await world.ctx.db.delivery.findMany({ where: { chunkId, status: "queued" }, orderBy: { reference: "asc" } })).map(
    ({ reference }) => reference,
  );
const unavailable = { code: "http_503", message: "The service is unavailable until 100% of it is back." };

test("the list is narrowed by status, code, words of the sentence and of the reference, and says how many stand where", async () => {
  const chunkId = await endedSo({
    "N-1": { status: "failed", ...unavailable },
    "N-2": { status: "failed", code: "timeout", message: "No answer came in time." },
    "N-3": { status: "refused", code: "201", message: "The postcode is not valid." },
    "N-4": { status: "uncertain" },
  });
  expect(await listed(chunkId, {})).toMatchObject({ total: 4, counts: { refused: 1, failed: 2, uncertain: 1 } });
  expect(await listed(chunkId, { status: "failed" })).toMatchObject({
    total: 2,
    counts: { refused: 0, failed: 2, uncertain: 0 },
  });
  expect(await referencesOf(chunkId, { code: "201" })).toEqual(["N-3"]);
  expect(await referencesOf(chunkId, { search: "POSTCODE" })).toEqual(["N-3"]);
  expect(await referencesOf(chunkId, { search: "n-2" })).toEqual(["N-2"]);
  expect(await referencesOf(chunkId, { search: "100%" })).toEqual(["N-1"]);
  expect(await referencesOf(chunkId, { search: "1_0" })).toEqual([]);
  // The sentence as it is shown, also where nothing was kept.
  expect(beingSettledSentence).toContain("is looked up");
  expect(await referencesOf(chunkId, { search: "is looked up" })).toEqual(["N-4"]);
  expect(await listed(chunkId, { status: "failed", search: "postcode" })).toMatchObject({ total: 0, failures: [] });
});

test("pages of a filter follow each other, and each client is on one of them", async () => {
  const references = Array.from({ length: 60 }, (_, index) => `PG-${String(index).padStart(2, "0")}`);
  const chunkId = await endedSo(
    Object.fromEntries(
      references.map((reference, index) => [reference, { status: index % 6 === 0 ? "refused" : "failed" } as Wrong]),
    ),
  );
  const first = await listed(chunkId, { search: "PG-" });
  const second = must(await listFailures(world.operator, chunkId, { search: "PG-", after: first.next ?? "" }));
  expect([first.failures.length, second.failures.length, second.next]).toEqual([50, 10, null]);
  const seen = [...first.failures, ...second.failures].map(({ reference }) => reference);
  expect(seen.toSorted()).toEqual(references);
  expect((await listed(chunkId, { status: "failed", search: "PG-" })).failures).toHaveLength(50);
});

test("the failed of code, words and file are sent again, and nobody else: neither refused nor uncertain, nor of another file or chunk", async () => {
  const elsewhere = await endedSo({ "E-1": { status: "failed", ...unavailable } });
  // Nothing of it is under way, so that the connection is free.
  await world.ctx.db.chunk.update({ where: { id: elsewhere }, data: { status: "finished" } });
  const chunkId = await endedSo({
    "M-1": { status: "failed", ...unavailable },
    "M-2": { status: "failed", ...unavailable },
    "M-3": { status: "failed", ...unavailable, code: "http_500" },
    "M-4": { status: "failed", ...unavailable, message: "Bad gateway." },
    "M-5": { status: "refused", ...unavailable },
    "M-6": { status: "uncertain", ...unavailable },
    "M-7": { status: "failed", ...unavailable },
  });
  await movedToAnotherFile("M-7");
  const filter = { code: "http_503", search: "unavailable", fileId: world.file.id };
  expect(await listed(chunkId, filter)).toMatchObject({ total: 4, counts: { refused: 1, failed: 2, uncertain: 1 } });

  expect(must(await again(chunkId, filter, 2))).toEqual({ retried: 2 });
  expect(await queuedOf(chunkId)).toEqual(["M-1", "M-2"]);
  expect(await world.deliveryOf("M-5")).toMatchObject({ status: "refused" });
  expect(await world.deliveryOf("M-6")).toMatchObject({ status: "uncertain" });
  expect(await world.deliveryOf("E-1")).toMatchObject({ status: "failed", chunkId: elsewhere });
  expect(await listed(chunkId, { ...filter, status: "failed" })).toMatchObject({ total: 0 });
  expect(await world.runJobs()).toEqual(["created", "created"]);
  expect(await world.profilesOf("M-1")).toHaveLength(1);
});

test("a filter of refused or uncertain clients, or of a file that is not there, sends nobody, whatever number is named", async () => {
  const chunkId = await endedSo({
    "U-1": { status: "refused", ...unavailable },
    "U-2": { status: "uncertain" },
    "U-3": { status: "failed", ...unavailable },
  });
  const nowhere = { fileId: "0d6c2a52-9e4e-4a0a-9f61-2f5f6ef0a001" };
  for (const filter of [{ status: "refused" as const }, { status: "uncertain" as const }, nowhere])
    expect(await again(chunkId, filter, 1)).toMatchObject({ ok: false, refusal: { kind: "changed_meanwhile" } });
  expect(await queuedOf(chunkId)).toEqual([]);
});

test("another number than was seen is refused with a sentence and changes nothing, and so is the same act a second time", async () => {
  const chunkId = await endedSo({
    "X-1": { status: "failed", ...unavailable },
    "X-2": { status: "failed", ...unavailable },
  });
  await world.ctx.db.chunk.update({ where: { id: chunkId }, data: { status: "finished", finishedAt: new Date(0) } });
  const before = await world.ctx.db.delivery.findMany({ where: { chunkId } });
  const moves = await world.ctx.db.transition.count();
  for (const expected of [1, 3]) {
    const outcome = await again(chunkId, { code: "http_503" }, expected);
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { kind: "changed_meanwhile", sentence: expect.stringContaining("nothing was sent") },
    });
  }
  expect(await world.ctx.db.delivery.findMany({ where: { chunkId } })).toEqual(before);
  expect(await world.ctx.db.transition.count()).toBe(moves);
  expect(await world.statusOf(chunkId)).toBe("finished");
  expect(world.jobs).toEqual([]);

  expect(must(await again(chunkId, { code: "http_503" }, 2))).toEqual({ retried: 2 });
  expect(await world.statusOf(chunkId)).toBe("running");
  const once = await world.ctx.db.transition.count();
  expect(await again(chunkId, { code: "http_503" }, 2)).toMatchObject({
    ok: false,
    refusal: { kind: "changed_meanwhile" },
  });
  expect(await world.ctx.db.transition.count()).toBe(once);
});

test("one that fails between the count and the act makes it no act at all: the statement itself asks for the number", async () => {
  const chunkId = await endedSo({
    "Y-1": { status: "failed", ...unavailable },
    "Y-2": { status: "failed", ...unavailable },
  });
  const requeued = (expected: number) =>
    world.ctx.db.$transaction((tx) =>
      requeueFailed(tx, chunkId, { scope: { codes: ["http_503"] }, expected, byId: "olivia", now: new Date(0) }),
    );
  expect(await requeued(1)).toBe(0);
  expect(await queuedOf(chunkId)).toEqual([]);
  expect(await requeued(2)).toBe(2);
  expect(await queuedOf(chunkId)).toEqual(["Y-1", "Y-2"]);
});

test("the audit log keeps the filter of the act without what was searched for", () => {
  const filter = { status: "failed" as const, search: "Brandywine" };
  const words = contract.wordsForAudit?.({ which: { kind: "filter", filter, expected: 2 } });
  expect(words).toContain("status failed");
  expect(words).not.toContain("Brandywine");
});

/** Its record, and what hangs on it, as if it had come with a second file. */
async function movedToAnotherFile(reference: string): Promise<void> {
  const { db } = world.ctx;
  const second = await db.sourceFile.create({
    data: {
      migrationId: world.migration.id,
      name: "others.csv",
      entityType: "individual",
      status: "parsed",
      sizeBytes: 1,
      sha256: "1",
      storageKey: "y",
      columns: ["ref"],
      rowCount: 1,
      uploadedById: "olivia",
    },
  });
  await db.record.updateMany({
    where: { reference },
    data: { id: recordIdOf(second.number, 1), fileId: second.id, rowNumber: 1 },
  });
}
