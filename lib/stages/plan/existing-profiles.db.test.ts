import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Entity } from "../../domain/entity.ts";
import { resealConnections } from "../../store/reseal-connections.ts";
import { must, openWorld, type World } from "../../test-world.ts";
import { submitChunk } from "../approve/command/submit-chunk.ts";
import { launchChunk } from "../send/command/launch-chunk.ts";
import { decideMatches, takeBackDecision } from "./command/decide-matches.ts";
import { draftChunk } from "./command/draft-chunk.ts";
import { savePlan } from "./command/save-plan.ts";
import { startProfileSweep, stopProfileSweep } from "./command/start-profile-sweep.ts";
import { sweepProfileSweeps, sweepProfiles } from "./command/sweep-profiles.ts";
import { listMatches } from "./query/list-matches.ts";
import { readExistingProfiles } from "./query/read-existing-profiles.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.control("/settings", { indexDelayMs: 0 });
});
afterAll(() => world.close());
afterEach(async () => {
  await world.calm();
  await world.ctx.db.profileSweep.updateMany({ where: { status: "running" }, data: { status: "stopped" } });
  await world.ctx.db.record.updateMany({ data: { readiness: "excluded" } });
  world.jobs.splice(0);
});

/** Somebody enters a client in Passfort by hand. */
async function existing(entity: Entity): Promise<string> {
  const made = await world.passfort().createProfile({ entity, productAlias: "individual_onboarding" });
  if (!made.ok) throw new Error(made.failure.message);
  return made.value.profileId;
}
const person = (reference: string, familyName: string, dateOfBirth = "1980-02-03"): Entity => ({
  entityType: "individual",
  reference,
  givenNames: ["Test"],
  familyName,
  dateOfBirth,
});
const bring = (reference: string, familyName: string) => world.addClients([reference], "ready", { familyName });
const migrationId = () => world.migration.id;
async function swept(pause?: () => Promise<void>): Promise<void> {
  must(await savePlan(world.operator, migrationId(), world.plan));
  must(await startProfileSweep(world.operator, migrationId()));
  await runSweeps(pause);
}
async function runSweeps(pause = async () => {}): Promise<void> {
  for (const { name, payload } of world.jobs.splice(0))
    if (name === "sweep_profiles") await sweepProfiles(world.ctx, payload as never, pause);
}
const matchesOf = async (list: "undecided" | "adopt" | "create" | "another" = "undecided") =>
  must(await listMatches(world.operator, migrationId(), { list })).matches;
const groundsOf = async (list?: "undecided" | "another") =>
  (await matchesOf(list)).map(({ reference, grounds }) => `${reference} ${grounds}`).sort();
const drafted = async (clients: number) =>
  must(await draftChunk(world.operator, migrationId(), { kind: "pilot", clients, processes: 1 })).chunkId;

test("clients are held against the profiles of their name: same, another or unknown, each with its grounds", async () => {
  await existing(person("OLD-1", "Samebirth"));
  await existing(person("OLD-2", "Otherbirth", "1975-05-05"));
  const { dateOfBirth: _, ...unknown } = person("OLD-3", "Nobirth") as Entity & { dateOfBirth?: string };
  await existing(unknown as Entity);
  await existing(person("E-4", "Renamed"));
  for (const [reference, name] of [
    ["E-1", "Samebirth"],
    ["E-2", "Otherbirth"],
    ["E-3", "Nobirth"],
    ["E-4", "Renamed"],
    ["E-5", "Nobody"],
  ] as const)
    await bring(reference, name);
  await swept();
  expect(await groundsOf()).toEqual(["E-1 same_person", "E-3 same_name", "E-4 same_reference"]);
  expect(await groundsOf("another")).toEqual(["E-2 another"]);
  const seen = must(await readExistingProfiles(world.operator, migrationId()));
  expect(seen).toMatchObject({ sweep: { status: "done", clients: 5, read: 4 }, clients: 5, another: 1 });
  // Of the names of others nothing is kept.
  const kept = JSON.stringify(await world.ctx.db.existingProfile.findMany());
  for (const name of ["Samebirth", "Otherbirth", "Nobirth", "Renamed", "OLD-1"]) expect(kept).not.toContain(name);
});

test("a chunk waits until each match is decided; one that is taken over creates no profile and gets what the plan adds, one that is somebody else creates its own", async () => {
  const taken = await existing(person("OLD-6", "Takenover"));
  await existing(person("OLD-7", "Namesake"));
  await bring("E-6", "Takenover");
  await bring("E-7", "Namesake");
  await swept();
  const chunkId = await drafted(2);
  expect(await submitChunk(world.operator, chunkId)).toMatchObject({
    ok: false,
    refusal: { kind: "not_met", sentence: expect.stringContaining("2 clients of this chunk could be a profile") },
  });
  const [six, seven] = (await matchesOf()).sort((a, b) => a.reference.localeCompare(b.reference));
  const decide = (matchId: string | undefined, decision: "adopt" | "create") =>
    decideMatches(world.operator, migrationId(), { matchIds: [matchId ?? ""], decision, reason: "looked at both" });
  must(await decide(six?.id, "adopt"));
  must(await decide(seven?.id, "create"));
  expect(await decide(six?.id, "create")).toMatchObject({ ok: false, refusal: { kind: "not_now" } });
  await world.submitAndApprove(chunkId);
  // What its approver saw stays.
  expect(await takeBackDecision(world.operator, migrationId(), six?.id ?? "")).toMatchObject({ ok: false });
  must(await launchChunk(world.operator, chunkId, 2));
  expect(await world.runJobs()).toEqual(["created", "created"]);
  expect(await world.deliveryOf("E-6")).toMatchObject({ status: "created", profileId: taken, gaps: 0 });
  // What others entered is no gap of ours: where it is not what the book says is remarked by the reading that takes it over.
  const { steps } = await world.deliveryOf("E-6");
  expect(steps.map(({ kind }) => kind)).not.toContain("read_back");
  expect(steps[0]).toMatchObject({
    gapCode: null,
    remark: expect.stringMatching(/keeps its own data.*Client reference and Address/),
  });
  expect(await world.profilesOf("E-6")).toHaveLength(0);
  expect((await world.profilesOf("OLD-6"))[0]?.tags).toEqual(expect.arrayContaining(["MIGREF-E-6", "migrated"]));
  expect(await world.profilesOf("E-7")).toHaveLength(1);
  expect(await matchesOf()).toEqual([]);
});

test("a client that came or was corrected after the look is noticed, and looked at again", async () => {
  await existing(person("OLD-8", "Latecomer"));
  await swept();
  await bring("E-8", "Latecomer");
  const chunkId = await drafted(1);
  expect(await submitChunk(world.operator, chunkId)).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining("came or changed since") },
  });
  await swept();
  must(
    await decideMatches(world.operator, migrationId(), { grounds: "same_person", decision: "create", reason: "twins" }),
  );
  const record = await world.ctx.db.record.findFirstOrThrow({ where: { reference: "E-8" } });
  await world.ctx.db.record.update({
    where: { id: record.id },
    data: { data: record.data.replace("1980-02-03", "1980-02-04") },
  });
  expect(await submitChunk(world.operator, chunkId)).toMatchObject({ ok: false });
  await swept();
  // The other birthday says by itself that it is somebody else.
  expect(await matchesOf()).toEqual([]);
  must(await submitChunk(world.operator, chunkId));
});

test("before the first chunk of a production connection the look is needed; elsewhere it is offered", async () => {
  await world.ctx.db.chunk.updateMany({ data: { launchedAt: null } });
  await world.ctx.db.profileSweep.deleteMany();
  await world.ctx.db.existingProfile.deleteMany();
  await bring("E-9", "Production");
  must(await savePlan(world.operator, migrationId(), world.plan));
  expect(must(await readExistingProfiles(world.operator, migrationId())).isNeeded).toBe(false);
  await world.ctx.db.connection.update({ where: { id: world.connection.id }, data: { environment: "production" } });
  const chunkId = await drafted(1);
  expect(must(await readExistingProfiles(world.operator, migrationId())).isNeeded).toBe(true);
  expect(await submitChunk(world.operator, chunkId)).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining("It is not known whether some of these clients exist") },
  });
  await swept();
  must(await submitChunk(world.operator, chunkId));
  await world.ctx.db.connection.update({ where: { id: world.connection.id }, data: { environment: "simulator" } });
});

test("two clients never take over one profile, and a decision for all of a kind passes over what is not plain", async () => {
  await existing(person("OLD-10", "Shared"));
  await existing(person("OLD-11", "Plain"));
  for (const reference of ["E-10", "E-11"]) await bring(reference, "Shared");
  await bring("E-12", "Plain");
  await swept();
  expect(
    must(
      await decideMatches(world.operator, migrationId(), {
        grounds: "same_person",
        decision: "adopt",
        reason: "plain",
      }),
    ),
  ).toEqual({ decided: 1 });
  const [first, second] = await matchesOf();
  const adopt = (id: string | undefined) =>
    decideMatches(world.operator, migrationId(), { matchIds: [id ?? ""], decision: "adopt", reason: "this one" });
  must(await adopt(first?.id));
  expect(await adopt(second?.id)).toMatchObject({ ok: false, refusal: { kind: "not_now" } });
  must(await takeBackDecision(world.operator, migrationId(), first?.id ?? ""));
  must(await takeBackDecision(world.operator, migrationId(), first?.id ?? ""));
  must(await adopt(second?.id));
});

test("more profiles than fit a page are all seen; a busy Passfort is asked again, and one that does not answer ends the look with a sentence", async () => {
  for (let n = 0; n < 205; n += 1) await existing(person(`P-${n}`, `Paged${n}`));
  await bring("E-13", "Paged204");
  await world.control("/faults", { rules: [{ operation: "search_profiles", kind: "502_html", nth: 1 }] });
  await swept();
  const seen = must(await readExistingProfiles(world.operator, migrationId()));
  expect(seen.sweep).toMatchObject({ status: "done" });
  expect(seen.sweep?.listed).toBeGreaterThanOrEqual(205);
  expect(await groundsOf()).toEqual(["E-13 same_person"]);

  await world.control("/faults", { rules: [{ operation: "search_profiles", kind: "502_html" }] });
  await swept();
  const failed = must(await readExistingProfiles(world.operator, migrationId())).sweep;
  expect(failed).toMatchObject({ status: "failed", failure: expect.stringContaining("did not answer 6 times") });
});

test("a look asks only while fewer calls are in flight than the account may have, and waits for its turn without giving up", async () => {
  await existing(person("OLD-20", "Patient"));
  await bring("E-20", "Patient");
  const { db, clock } = world.ctx;
  const connectionId = world.connection.id;
  const takenUntil = new Date(clock.now().getTime() + 3_600_000);
  await db.callPlace.createMany({ data: Array(5).fill({ connectionId, takenUntil }) });
  let waits = 0;
  const pause = async () => {
    waits += 1;
    if (waits < 10) return;
    const [place] = await db.callPlace.findMany();
    await db.callPlace.deleteMany({ where: { id: place?.id ?? "" } });
  };
  await swept(pause);
  expect(waits).toBe(10);
  expect(await groundsOf()).toContain("E-20 same_person");
  expect(await db.callPlace.count()).toBe(4);
  await db.callPlace.deleteMany();
});

test("a look that was cut off is knocked for again and goes on; one that was stopped or is done changes nothing, and one connection has one at a time", async () => {
  await existing(person("OLD-14", "Cutoff"));
  await bring("E-14", "Cutoff");
  must(await savePlan(world.operator, migrationId(), world.plan));
  must(await startProfileSweep(world.operator, migrationId()));
  expect(await startProfileSweep(world.operator, migrationId())).toMatchObject({
    ok: false,
    refusal: { kind: "not_now" },
  });
  world.jobs.splice(0);
  await sweepProfileSweeps(world.ctx);
  expect(world.jobs).toHaveLength(1);
  await runSweeps();
  expect(await groundsOf()).toEqual(["E-14 same_person"]);
  await sweepProfileSweeps(world.ctx);
  expect(world.jobs).toHaveLength(0);

  must(await startProfileSweep(world.operator, migrationId()));
  must(await stopProfileSweep(world.operator, migrationId()));
  await runSweeps();
  expect(must(await readExistingProfiles(world.operator, migrationId())).sweep?.status).toBe("stopped");
});

test("a profile that is gone when its client is to take it over fails the client with what to do, and makes none", async () => {
  const profileId = await existing(person("OLD-15", "Vanishing"));
  await bring("E-15", "Vanishing");
  await swept();
  must(
    await decideMatches(world.operator, migrationId(), {
      grounds: "same_person",
      decision: "adopt",
      reason: "the same",
    }),
  );
  const chunkId = await drafted(1);
  await world.submitAndApprove(chunkId);
  await fetch(`${world.simulator.controlUrl}/profiles/${profileId}`, { method: "DELETE" });
  must(await launchChunk(world.operator, chunkId, 1));
  expect(await world.runJobs()).toEqual(["failed"]);
  expect(await world.deliveryOf("E-15")).toMatchObject({
    status: "failed",
    failureCode: "taken_over_gone",
    failureMessage: expect.stringContaining(profileId),
  });
  expect(await world.profilesOf("E-15")).toHaveLength(0);
});

test("a panel that gets another secret knows the profiles no more, says so, and asks for another look before a chunk leaves", async () => {
  await existing(person("OLD-16", "Rotated"));
  await bring("E-16", "Rotated");
  await swept();
  must(
    await decideMatches(world.operator, migrationId(), { grounds: "same_person", decision: "create", reason: "twin" }),
  );
  const chunkId = await drafted(1);
  const from = world.ctx.env.CAUSEWAY_SECRET;
  const to = "another secret of the panel for tests";
  expect(await resealConnections(world.ctx.db, { from, to })).toMatchObject({ kind: "moved" });
  expect(must(await readExistingProfiles(world.operator, migrationId()))).toMatchObject({
    isNeeded: true,
    sweep: { status: "void" },
  });
  expect(await submitChunk(world.operator, chunkId)).toMatchObject({ ok: false, refusal: { kind: "not_met" } });
  await resealConnections(world.ctx.db, { from: to, to: from });
  await swept();
  expect(must(await readExistingProfiles(world.operator, migrationId())).isNeeded).toBe(false);
});
