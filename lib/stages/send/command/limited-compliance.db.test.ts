import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { noCompliance } from "../../../domain/compliance-settings.ts";
import { StorageAway } from "../../../domain/storage-away.ts";
import { makeLocalStorage } from "../../../files/local-storage.ts";
import { makeSealedStorage } from "../../../files/sealed-storage.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { launchChunk } from "./launch-chunk.ts";
import { sendGaps } from "./send-gaps.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
let folder: string;
beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), "causeway-documents-"));
  const documents = makeSealedStorage(makeLocalStorage(folder), world.ctx.env.CAUSEWAY_SECRET);
  for (const ctx of [world.ctx, world.operator, world.approver]) Object.assign(ctx, { documents });
  await world.control("/settings", { indexDelayMs: 0 });
  Object.assign(world.plan, {
    track: "limited_compliance",
    limitedMethod: "separate_product",
    productAliasIndividual: "individual_migration",
    productAliasCompany: "company_migration",
    compliance: {
      ...noCompliance,
      note: "Due diligence of the legacy system, 4 May 2021",
      tasks: { individual: ["INDIVIDUAL_MANUAL_TASK"], company: [] },
      checks: { individual: ["PEPS_AND_SANCTIONS_SCREEN"], company: [] },
      approve: true,
    },
  });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await world.calm();
});

const read = <T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T => {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};
const stepsOf = async (reference: string) =>
  (await world.deliveryOf(reference)).steps.map(({ kind, subject, doneAt, gapCode }) =>
    [kind, subject, gapCode ?? (doneAt ? "done" : "open")].join(" ").replaceAll("  ", " "),
  );

/** The simulator lives in real time: a check there takes a moment, while our still clock jumps. */
async function runAll(): Promise<void> {
  await world.runJobs();
  for (let round = 0; round < 60; round += 1) {
    world.pass(20);
    await world.ctx.db.workerBeat.updateMany({ data: { beatAt: world.ctx.clock.now() } });
    await sweepDeliveries(world.ctx);
    if (world.jobs.length === 0 && (await world.ctx.db.chunk.count({ where: { status: "running" } })) === 0) return;
    await world.runJobs();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A file of a document, accepted by a person for one client. */
async function addDocument(reference: string, name: string, use: "file" | "document", content: Uint8Array) {
  const owner = await world.ctx.db.record.findFirstOrThrow({ where: { reference } });
  const bundle = await world.ctx.db.documentBundle.create({
    data: {
      migrationId: world.migration.id,
      name: "papers.zip",
      status: "unpacked",
      sizeBytes: 1,
      sha256: "0",
      storageKey: "x",
      sealedKey: "x",
      uploadedById: "olivia",
    },
  });
  const stored = await world.ctx.documents.put(
    `documents/${bundle.id}`,
    (async function* () {
      yield content;
    })(),
  );
  await world.ctx.db.document.create({
    data: {
      migrationId: world.migration.id,
      bundleId: bundle.id,
      place: 0,
      path: name,
      pathKey: name,
      nameKey: name,
      ownerTokens: [],
      mediaType: "image/png",
      sha256: stored.sha256,
      sizeBytes: stored.sizeBytes,
      storageKey: stored.storageKey,
      sealedKey: stored.sealedKey,
      ownerId: owner.id,
      use,
      ...(use === "document" ? { category: "PROOF_OF_IDENTITY", documentType: "PASSPORT" } : {}),
    },
  });
}
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function launched(reference: string, documents: ["file" | "document", string][] = []): Promise<string> {
  await world.addClients([reference]);
  for (const [use, name] of documents) await addDocument(reference, name, use, png);
  const chunkId = await world.approved(1);
  must(await launchChunk(world.operator, chunkId, 1));
  return chunkId;
}

test("a client on limited compliance gets its evidence, its task completed with a note that names it, its screening, and its approval", async () => {
  const chunkId = await launched("L-1", [
    ["file", "evidence.png"],
    ["document", "passport.png"],
  ]);
  await runAll();
  expect(await stepsOf("L-1")).toEqual([
    "create_profile done",
    "add_tag MIGREF-L-1 done",
    "upload_file L-1: evidence.png done",
    "upload_image L-1: passport.png done",
    "add_document L-1: passport.png done",
    "add_tag migrated done",
    "add_note INDIVIDUAL_MANUAL_TASK done",
    "complete_task INDIVIDUAL_MANUAL_TASK done",
    "run_check PEPS_AND_SANCTIONS_SCREEN done",
    "await_check PEPS_AND_SANCTIONS_SCREEN done",
    "approve done",
    "read_back done",
  ]);
  const delivery = await world.deliveryOf("L-1");
  expect(delivery).toMatchObject({ status: "created", gaps: 0, applicationStatus: "APPROVED" });
  expect(await world.statusOf(chunkId)).toBe("finished");
  const profileId = delivery.profileId ?? "";
  const task = read(await world.passfort().listTasks(profileId)).find(({ type }) => type === "INDIVIDUAL_MANUAL_TASK");
  expect(task?.isComplete).toBe(true);
  const [note] = read(await world.passfort().listNotes(profileId, task?.id ?? ""));
  expect(note?.text).toContain("4 May 2021");
  expect(note?.fileIds).toEqual([delivery.steps[2]?.resultId]);
});

test("whatever call of it loses its answer is settled by looking, and nothing is there twice", async () => {
  const operations = ["upload_image", "add_document", "add_note", "update_task", "run_check", "decide_application"];
  await world.control("/faults", {
    rules: operations.map((operation) => ({ operation, kind: "drop_after", nth: 1 })),
  });
  await launched("L-2", [["document", "passport.png"]]);
  await runAll();
  const { rules } = await world.control<{ rules: { operation: string; fired: number }[] }>("/faults");
  expect(rules.filter(({ fired }) => fired > 0).map(({ operation }) => operation)).toEqual(operations);
  const delivery = await world.deliveryOf("L-2");
  expect(delivery).toMatchObject({ status: "created", gaps: 0, applicationStatus: "APPROVED" });
  const profileId = delivery.profileId ?? "";
  expect(read(await world.passfort().listDocumentImages(profileId))).toHaveLength(1);
  expect(read(await world.passfort().readData(profileId)).data.documents).toHaveLength(1);
  const task = read(await world.passfort().listTasks(profileId)).find(({ type }) => type === "INDIVIDUAL_MANUAL_TASK");
  expect(read(await world.passfort().listNotes(profileId, task?.id ?? ""))).toHaveLength(1);
  expect(read(await world.passfort().listChecks(profileId))).toHaveLength(1);
});

test("a document in a storage that is away waits for it, and is then sent: no gap", async () => {
  const chunkId = await launched("L-2b", [["file", "evidence.png"]]);
  const { documents } = world.ctx;
  let tries = 0;
  Object.assign(world.ctx, {
    documents: {
      ...documents,
      async *get(file: Parameters<typeof documents.get>[0]) {
        tries += 1;
        if (tries < 3) throw new StorageAway("The bucket “books” does not answer.", "ECONNREFUSED");
        yield* documents.get(file);
      },
    },
  });
  await runAll();
  Object.assign(world.ctx, { documents });
  expect(tries).toBe(3);
  expect((await stepsOf("L-2b")).filter((step) => step.includes("evidence"))).toEqual([
    "upload_file L-2b: evidence.png done",
  ]);
  expect(await world.deliveryOf("L-2b")).toMatchObject({ status: "created", gaps: 0 });
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("a stored document that was damaged on disk is a gap of its client and sends nothing of itself", async () => {
  const chunkId = await launched("L-3", [["file", "evidence.png"]]);
  await world.ctx.db.document.updateMany({ where: { path: "evidence.png" }, data: { storageKey: "gone" } });
  await runAll();
  expect((await stepsOf("L-3")).filter((step) => step.includes("evidence"))).toEqual([
    "upload_file L-3: evidence.png document_unreadable",
  ]);
  expect(await world.deliveryOf("L-3")).toMatchObject({ status: "created", gaps: 1 });
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("a task that the product lacks is a gap that says so, and an application that something blocks is not approved", async () => {
  Object.assign(world.plan, {
    compliance: { ...noCompliance, tasks: { individual: ["INDIVIDUAL_VERIFY_ADDRESS"], company: [] }, approve: true },
  });
  const chunkId = await launched("L-4");
  await runAll();
  const steps = await stepsOf("L-4");
  expect(steps).toContain("complete_task INDIVIDUAL_VERIFY_ADDRESS no_such_task");
  expect(steps).toContain("approve not_approved");
  const { profileId, steps: gaps } = await world.deliveryOf("L-4");
  expect(gaps.find(({ kind }) => kind === "approve")?.gapMessage).toContain("a task that is not completed");

  // A person completes in Passfort what blocked it; what is sent again is what was not done, and only that.
  for (const task of read(await world.passfort().listTasks(profileId ?? "")))
    if (!task.isComplete) read(await world.passfort().setTaskState(profileId ?? "", task.id, "COMPLETED_PASS"));
  const tries = () => world.ctx.db.attempt.count({ where: { delivery: { reference: "L-4" } } });
  const before = await tries();
  expect(must(await sendGaps(world.operator, chunkId))).toEqual({ requeued: 1 });
  await runAll();
  const after = await stepsOf("L-4");
  expect(after).toContain("complete_task INDIVIDUAL_VERIFY_ADDRESS no_such_task");
  expect(after).toContain("approve done");
  expect(await world.deliveryOf("L-4")).toMatchObject({ status: "created", gaps: 1, applicationStatus: "APPROVED" });
  expect(await tries()).toBeGreaterThan(before);
  expect(await world.profilesOf("L-4")).toHaveLength(1);
});
