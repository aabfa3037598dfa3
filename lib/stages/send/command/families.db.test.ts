import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { identityHolds } from "../../../domain/counts.ts";
import { countDeliveries } from "../../../store/count-deliveries.ts";
import { countsOf } from "../../../store/counts-of.ts";
import { associatesOf } from "../../../store/family-of.ts";
import { fingerprintChunk } from "../../../store/fingerprint-chunk.ts";
import { isHeld } from "../../../store/fixable.ts";
import { pageNotArrived } from "../../../store/page-not-arrived.ts";
import { recordPage } from "../../../store/record-page.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { submitChunk } from "../../approve/command/submit-chunk.ts";
import { draftChunk } from "../../plan/command/draft-chunk.ts";
import { readStructure } from "../../receive/query/read-structure.ts";
import { excludeRecords, includeRecords } from "../../validate/command/exclusions.ts";
import { deliver } from "./deliver.ts";
import { launchChunk } from "./launch-chunk.ts";
import { pauseChunk } from "./pause-chunk.ts";
import { resumeChunk } from "./resume-chunk.ts";
import { sendGaps } from "./send-gaps.ts";
import { stopChunk } from "./stop-chunk.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.control("/settings", { indexDelayMs: 0 });
});
afterAll(() => world.close());
afterEach(async () => {
  await world.calm();
  // What a test drafted and did not launch would hold its clients.
  await world.ctx.db.chunk.deleteMany({ where: { status: { in: ["draft", "submitted", "approved"] } } });
  await world.ctx.db.record.updateMany({
    where: { role: "client", members: { none: { deliveries: { some: {} } } } },
    data: { readiness: "excluded" },
  });
  world.jobs.splice(0);
});

type Listed = { id: string; role: string; customer_ref: string; tags: string[] };
const profiles = async () => (await world.control<{ profiles: Listed[] }>("/profiles?limit=1000")).profiles;
const madeFor = async (prefix: string) =>
  (await profiles())
    .filter(({ customer_ref }) => customer_ref === prefix || customer_ref?.startsWith(`${prefix}/`))
    .map(({ customer_ref, role }) => `${customer_ref} ${role}`)
    .toSorted();
const client = () =>
  world.ctx.passfort({ id: "look", environment: "simulator", baseUrl: world.simulator.url, apiKey: "sim-demo-key" });
const linksOf = async (reference: string) => {
  const [profile] = (await profiles()).filter(({ customer_ref }) => customer_ref === reference);
  const links = must2(await client().readLinks(profile?.id ?? ""));
  return links.map(({ list, profileId, percentage, taskVariantIds }) => ({
    list,
    profileId,
    percentage,
    tasks: taskVariantIds.length,
  }));
};
const must2 = <T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T => {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};
const calls = async (name?: string) =>
  (await world.control<{ calls: { operation: string }[] }>("/calls?limit=2000")).calls.filter(
    ({ operation }) => name === undefined || operation === name,
  ).length;
async function order(rule: Record<string, unknown>): Promise<void> {
  const answer = await world.control<{ rules?: unknown[] }>("/faults", { rules: [rule] });
  expect(answer.rules).toContainEqual(expect.objectContaining(rule));
}
const gapsOf = async (reference: string) =>
  (await world.deliveryOf(reference)).steps.flatMap(({ kind, subject, gapCode }) =>
    gapCode ? [`${kind} ${subject}: ${gapCode}`] : [],
  );

/** By reference, as the structure around a record says it. */
async function standingsIn(reference: string): Promise<Record<string, string | null>> {
  const { id } = await world.ctx.db.record.findFirstOrThrow({ where: { reference }, orderBy: { role: "asc" } });
  const { nodes } = must(await readStructure(world.operator, id));
  return Object.fromEntries(nodes.map((node) => [node.reference ?? node.key, node.standing]));
}

async function launched(clients = 1): Promise<string> {
  const chunkId = await world.approved(clients);
  must(await launchChunk(world.operator, chunkId, clients));
  return chunkId;
}
async function runAll(): Promise<string[]> {
  const words = await world.runJobs();
  for (let round = 0; round < 40; round += 1) {
    world.pass(70);
    await world.ctx.db.workerBeat.updateMany({ data: { beatAt: world.ctx.clock.now() } });
    await sweepDeliveries(world.ctx);
    if (world.jobs.length === 0) break;
    words.push(...(await world.runJobs()));
  }
  return words;
}

test("a company arrives with its associates: one profile each, all linked by one write, in as few calls as the contract allows", async () => {
  await world.addFamily("C-1", [
    { ref: "P-1", list: "directors" },
    { ref: "P-2", list: "shareholders", percentage: 60 },
    { list: "shareholders", percentage: 40 },
  ]);
  const before = await calls();
  const chunkId = await launched();
  const preflight = 1;
  expect(await world.runJobs()).toEqual(["created"]);
  // 1 + n creates, 1 read, 1 link write, 2 tags (product §15), and the client read back.
  expect((await calls()) - before - preflight).toBe(4 + 1 + 1 + 2 + 1);
  const made = await madeFor("C-1");
  expect(made).toHaveLength(4);
  expect(made.slice(0, 1)).toEqual([expect.stringMatching(/^C-1 COMPANY_CUSTOMER$/)]);
  expect(made).toContain("C-1/P-1 INDIVIDUAL_ASSOCIATED");
  const links = await linksOf("C-1");
  expect(links.map(({ list, percentage, tasks }) => [list, percentage, tasks])).toEqual([
    ["directors", null, 1],
    ["shareholders", 60, 1],
    ["shareholders", 40, 1],
  ]);
  expect(await world.deliveryOf("C-1")).toMatchObject({ status: "created", gaps: 0 });
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("somebody who stands in two lists of one company is one profile in both, and in two companies two", async () => {
  await world.addFamily("C-2", [
    { ref: "P-3", list: "directors" },
    { ref: "P-3", list: "shareholders", percentage: 100 },
  ]);
  await world.addFamily("C-3", [{ ref: "P-3", list: "directors" }]);
  await launched(2);
  await runAll();
  expect(await madeFor("C-2")).toEqual(["C-2 COMPANY_CUSTOMER", "C-2/P-3 INDIVIDUAL_ASSOCIATED"]);
  expect(await madeFor("C-3")).toEqual(["C-3 COMPANY_CUSTOMER", "C-3/P-3 INDIVIDUAL_ASSOCIATED"]);
  const links = await linksOf("C-2");
  expect(links.map(({ list }) => list)).toEqual(["directors", "shareholders"]);
  expect(new Set(links.map(({ profileId }) => profileId)).size).toBe(1);
  expect(await standingsIn("C-2")).toEqual({ "C-2": "created", "P-3": "created" });
});

test("the structure says who is in Passfort: below a company in its own family, of an associate in all of its families", async () => {
  await world.addFamily("C-60", [{ ref: "P-60", list: "directors" }]);
  await launched();
  await runAll();
  await world.addFamily("C-61", [
    { ref: "P-60", list: "directors" },
    { ref: "P-61", list: "directors" },
  ]);
  expect(await standingsIn("C-60")).toEqual({ "C-60": "created", "P-60": "created" });
  expect(await standingsIn("C-61")).toEqual({ "C-61": "ready", "P-60": "ready", "P-61": "ready" });
  await order({ operation: "create_profile", customerRef: "C-61/P-61", kind: "errors_in_200", code: 201, nth: 1 });
  await launched();
  await runAll();
  await fetch(`${world.simulator.controlUrl}/faults`, { method: "DELETE" });
  expect(await standingsIn("C-61")).toEqual({ "C-61": "created", "P-60": "created", "P-61": "invalid" });
  expect(await standingsIn("P-60")).toEqual({ "C-60": "created", "C-61": "created", "P-60": "created" });
});

test("an associate company is linked before its own associates are made, level by level", async () => {
  await world.addFamily("C-4", [
    { ref: "H-1", isCompany: true, list: "shareholders", percentage: 100 },
    { ref: "H-2", isCompany: true, of: "H-1", list: "shareholders" },
    { ref: "P-4", of: "H-2", list: "directors" },
  ]);
  await launched();
  await runAll();
  expect(await madeFor("C-4")).toEqual([
    "C-4 COMPANY_CUSTOMER",
    "C-4/H-1 COMPANY_ASSOCIATED",
    "C-4/H-1/H-2 COMPANY_ASSOCIATED",
    "C-4/H-1/H-2/P-4 INDIVIDUAL_ASSOCIATED",
  ]);
  expect((await linksOf("C-4/H-1/H-2")).map(({ list, tasks }) => [list, tasks])).toEqual([["directors", 1]]);
  expect(await gapsOf("C-4")).toEqual([]);
});

test("an associate with errors stays behind, is counted beforehand, and holds nobody else back", async () => {
  await world.addFamily("C-5", [
    { ref: "P-5", list: "directors" },
    { ref: "P-6", list: "shareholders", readiness: "invalid" },
    { ref: "P-7", list: "shareholders", readiness: "excluded" },
  ]);
  const chunkId = await launched();
  expect(await world.ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } })).toMatchObject({
    associates: 1,
    associatesLeftOut: 1,
  });
  await runAll();
  expect(await madeFor("C-5")).toEqual(["C-5 COMPANY_CUSTOMER", "C-5/P-5 INDIVIDUAL_ASSOCIATED"]);
  expect(await gapsOf("C-5")).toEqual(["create_associate C-5/P-6: not_ready"]);
  expect(must(await sendGaps(world.operator, chunkId))).toEqual({ requeued: 0 });
});

test("a refused associate leaves its company created with a gap, which is sent again alone", async () => {
  await order({ operation: "create_profile", customerRef: "C-6/P-8", kind: "errors_in_200", code: 201, nth: 1 });
  await world.addFamily("C-6", [
    { ref: "P-8", list: "directors" },
    { ref: "P-9", list: "directors" },
  ]);
  const chunkId = await launched();
  await runAll();
  expect(await world.deliveryOf("C-6")).toMatchObject({ status: "created", gaps: 1 });
  expect(await linksOf("C-6")).toHaveLength(1);
  const company = await world.ctx.db.record.findFirstOrThrow({ where: { reference: "C-6" } });
  const standing = async () =>
    (await associatesOf(world.ctx.db, company, 10)).map(({ reference, isCreated }) => [reference, isCreated]);
  expect(await standing()).toEqual([
    ["P-8", false],
    ["P-9", true],
  ]);
  expect(await world.statusOf(chunkId)).toBe("finished");

  await fetch(`${world.simulator.controlUrl}/faults`, { method: "DELETE" });
  const creates = await calls("create_profile");
  expect(must(await sendGaps(world.operator, chunkId))).toEqual({ requeued: 1 });
  expect(must(await sendGaps(world.operator, chunkId))).toEqual({ requeued: 0 });
  await runAll();
  expect((await calls("create_profile")) - creates).toBe(1);
  expect(await linksOf("C-6")).toHaveLength(2);
  expect((await standing()).every(([, isCreated]) => isCreated)).toBe(true);
  expect(await world.deliveryOf("C-6")).toMatchObject({ status: "created", gaps: 0 });
  const arrived = await world.ctx.db.record.findFirstOrThrow({ where: { reference: "P-8" } });
  expect(arrived.readiness).toBe("ready");
  expect(await world.ctx.db.issue.count({ where: { recordId: arrived.id } })).toBe(0);
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("a refused company holds its associates back: none of them is made", async () => {
  await order({ operation: "create_profile", customerRef: "C-7", kind: "errors_in_200", code: 201, nth: 1 });
  await world.addFamily("C-7", [{ ref: "P-10", list: "directors" }]);
  await launched();
  expect(await world.runJobs()).toEqual(["refused"]);
  expect(await madeFor("C-7")).toEqual([]);
});

test("an associate whose answer was lost is looked up among the associates and never made twice", async () => {
  await order({ operation: "create_profile", customerRef: "C-8/P-11", kind: "drop_after", nth: 1 });
  await world.addFamily("C-8", [{ ref: "P-11", list: "directors" }]);
  await launched();
  expect(await world.runJobs()).toEqual(["uncertain"]);
  await runAll();
  expect(await madeFor("C-8")).toEqual(["C-8 COMPANY_CUSTOMER", "C-8/P-11 INDIVIDUAL_ASSOCIATED"]);
  expect(await linksOf("C-8")).toHaveLength(1);
});

test("a link whose answer was lost is written again without doubling anybody", async () => {
  await order({ operation: "replace_collected_data", kind: "drop_after", nth: 1 });
  await world.addFamily("C-9", [{ ref: "P-12", list: "directors" }]);
  await launched();
  await runAll();
  expect(await linksOf("C-9")).toHaveLength(1);
  expect(await world.deliveryOf("C-9")).toMatchObject({ status: "created", gaps: 0 });
});

test("a pause between two associates starts no further call, and a resume goes on with the next one", async () => {
  await world.addFamily("C-10", [
    { ref: "P-13", list: "directors" },
    { ref: "P-14", list: "directors" },
  ]);
  const chunkId = await launched();
  const paused = {
    ...world.ctx,
    passfort: (...place: Parameters<typeof world.ctx.passfort>) => {
      const real = world.ctx.passfort(...place);
      return {
        ...real,
        createAssociate: async (input: Parameters<typeof real.createAssociate>[0]) =>
          real.createAssociate(input).finally(async () => void must(await pauseChunk(world.operator, chunkId))),
      };
    },
  };
  const [job] = world.jobs.splice(0);
  if (!job) throw new Error("no job");
  expect(await deliver(paused, job.payload, world.hand)).toBe("not_running");
  expect(await madeFor("C-10")).toHaveLength(2);
  expect(await world.statusOf(chunkId)).toBe("paused");
  must(await resumeChunk(world.operator, chunkId));
  await runAll();
  expect(await madeFor("C-10")).toHaveLength(3);
  expect(await linksOf("C-10")).toHaveLength(2);
});

test("a stop in the middle of a family leaves its company created, with what was not sent as gaps that a correction chunk takes up", async () => {
  await order({ operation: "create_profile", customerRef: "C-11/P-15", kind: "429", retrySecs: 600, nth: 1 });
  await world.addFamily("C-11", [{ ref: "P-15", list: "directors" }]);
  const stopped = await launched();
  expect(await world.runJobs()).toEqual(["throttled"]);
  must(await stopChunk(world.operator, stopped));
  expect(await world.deliveryOf("C-11")).toMatchObject({ status: "created" });
  expect(await gapsOf("C-11")).toContain("create_associate C-11/P-15: stopped");
  expect(await sendGaps(world.operator, stopped)).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining("correction chunk") },
  });

  await fetch(`${world.simulator.controlUrl}/faults`, { method: "DELETE" });
  world.pass(700);
  const { chunkId } = must(
    await draftChunk(world.operator, world.migration.id, { kind: "correction", clients: 1, processes: 1 }),
  );
  await world.submitAndApprove(chunkId);
  must(await launchChunk(world.operator, chunkId, 1));
  await runAll();
  expect(await world.deliveryOf("C-11")).toMatchObject({ status: "created", gaps: 0, chunkId });
  expect(await madeFor("C-11")).toHaveLength(2);
  expect(await linksOf("C-11")).toHaveLength(1);
  const counts = await countDeliveries(world.ctx.db, [stopped, chunkId]);
  expect(counts.get(stopped)).toMatchObject({ created: 1 });
  expect(counts.get(chunkId)).toMatchObject({ created: 1 });
});

test("an associate that comes to a family after it was submitted is noticed: the chunk is not what was looked at", async () => {
  await world.addFamily("C-12", [{ ref: "P-16", list: "directors" }]);
  const { chunkId } = must(
    await draftChunk(world.operator, world.migration.id, { kind: "pilot", clients: 1, processes: 1 }),
  );
  must(await submitChunk(world.operator, chunkId));
  const { fingerprint } = await world.ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } });
  expect((await fingerprintChunk(world.ctx.db, chunkId)).fingerprint).toBe(fingerprint);
  await world.addAssociate("C-12", { ref: "P-17", list: "shareholders" });
  expect((await fingerprintChunk(world.ctx.db, chunkId)).fingerprint).not.toBe(fingerprint);
});

test("associates are held with their company from the hand-over on, and let go when Passfort refused them and the chunk has ended", async () => {
  await order({ operation: "create_profile", customerRef: "C-13/P-18", kind: "errors_in_200", code: 201, nth: 1 });
  await world.addFamily("C-13", [
    { ref: "P-18", list: "directors" },
    { ref: "P-19", list: "directors" },
  ]);
  const idOf = async (reference: string) =>
    (await world.ctx.db.record.findFirstOrThrow({ where: { reference, role: "associate" } })).id;
  expect(await isHeld(world.ctx.db, await idOf("P-18"))).toBe(false);
  await launched();
  expect(await isHeld(world.ctx.db, await idOf("P-18"))).toBe(true);
  await runAll();
  expect(await isHeld(world.ctx.db, await idOf("P-18"))).toBe(false);
  expect(await isHeld(world.ctx.db, await idOf("P-19"))).toBe(true);
});

test("what Passfort refused comes back to the review in its words, and leaves again corrected, with a correction chunk", async () => {
  const { refused } = await countsOf(world.ctx.db, world.migration.id);
  await order({ operation: "create_profile", customerRef: "C-14", kind: "errors_in_200", code: 201, nth: 1 });
  await order({ operation: "create_profile", customerRef: "C-15/P-20", kind: "errors_in_200", code: 201, nth: 1 });
  await world.addFamily("C-14", []);
  await world.addFamily("C-15", [{ ref: "P-20", list: "directors" }]);
  const first = await launched(2);
  await runAll();
  const recordOf = (reference: string) => world.ctx.db.record.findFirstOrThrow({ where: { reference } });
  for (const reference of ["C-14", "P-20"]) {
    const record = await recordOf(reference);
    expect(record.readiness).toBe("invalid");
    expect(await world.ctx.db.issue.findMany({ where: { recordId: record.id } })).toEqual([
      expect.objectContaining({ code: "passfort.refused", facts: expect.objectContaining({ code: "201" }) }),
    ]);
  }
  const before = await countsOf(world.ctx.db, world.migration.id);
  expect(identityHolds(before)).toBe(true);
  expect(before.refused - refused).toBe(1);

  const draft = () => draftChunk(world.operator, world.migration.id, { kind: "correction", clients: 2, processes: 1 });
  expect(await draft()).toMatchObject({ ok: false, refusal: { kind: "not_met" } });
  for (const reference of ["C-14", "P-20"]) {
    const { id, data } = await recordOf(reference);
    await world.ctx.db.issue.deleteMany({ where: { recordId: id } });
    await world.ctx.db.record.update({
      where: { id },
      data: { readiness: "ready", data: data.replace(/"(name|familyName)":"/, "$&Corrected ") },
    });
  }
  const { chunkId } = must(await draft());
  await world.submitAndApprove(chunkId);
  must(await launchChunk(world.operator, chunkId, 2));
  await runAll();
  expect(await world.deliveryOf("C-14")).toMatchObject({ status: "created", gaps: 0 });
  expect(await world.deliveryOf("C-15")).toMatchObject({ status: "created", gaps: 0 });
  expect(await madeFor("C-15")).toHaveLength(2);
  const counts = await countDeliveries(world.ctx.db, [first, chunkId]);
  expect(counts.get(first)).toMatchObject({ refused: 1, created: 1 });
  expect(counts.get(chunkId)).toMatchObject({ created: 2 });
  expect(identityHolds(await countsOf(world.ctx.db, world.migration.id))).toBe(true);
});

test("a client that Passfort refused and a person leaves out stands as excluded, once, in the counts, the lists and the report; undone, it stands as refused again", async () => {
  const { db } = world.ctx;
  await order({ operation: "create_profile", customerRef: "C-16", kind: "errors_in_200", code: 201, nth: 1 });
  await world.addFamily("C-16", []);
  await launched();
  await runAll();
  const { id } = await db.record.findFirstOrThrow({ where: { reference: "C-16" } });
  const standing = async () => {
    const counts = await countsOf(db, world.migration.id);
    expect(identityHolds(counts)).toBe(true);
    const notArrived = await pageNotArrived(db, { migrationId: world.migration.id }, null, 1000);
    const refused = await recordPage(db, world.migration.id, { status: "refused" }, undefined, 100);
    return {
      excluded: counts.excluded,
      refused: counts.refused,
      report: notArrived.filter(({ recordId }) => recordId === id).map((row) => row.standing),
      listed: refused.some((row) => row.id === id),
    };
  };
  const before = await standing();
  expect(before).toMatchObject({ report: ["refused"], listed: true });
  must(await excludeRecords(world.operator, world.migration.id, { recordIds: [id], reason: "closed in the meantime" }));
  expect(await standing()).toEqual({
    excluded: before.excluded + 1,
    refused: before.refused - 1,
    report: ["excluded"],
    listed: false,
  });
  must(await includeRecords(world.operator, world.migration.id, { recordIds: [id] }));
  expect(await standing()).toEqual(before);
});

test("what waits for an associate that must be corrected first is not offered to be sent again", async () => {
  await order({ operation: "create_profile", customerRef: "C-5b/H-5", kind: "errors_in_200", code: 201, nth: 1 });
  await world.addFamily("C-5b", [
    { ref: "H-5", isCompany: true, list: "shareholders" },
    { ref: "P-5b", of: "H-5", list: "directors" },
  ]);
  const chunkId = await launched();
  await runAll();
  expect((await gapsOf("C-5b")).toSorted()).toEqual([
    "create_associate C-5b/H-5/P-5b: held_back",
    "create_associate C-5b/H-5: 201",
    "link_associates C-5b/H-5: held_back",
    "link_associates C-5b: held_back",
  ]);
  await fetch(`${world.simulator.controlUrl}/faults`, { method: "DELETE" });
  const { id } = await world.deliveryOf("C-5b");
  await world.ctx.db.step.updateMany({
    where: { deliveryId: id, subject: "C-5b/H-5", kind: "create_associate" },
    data: { gapCode: "not_ready" },
  });
  expect(must(await sendGaps(world.operator, chunkId))).toEqual({ requeued: 0 });
});
