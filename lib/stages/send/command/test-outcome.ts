import { expect } from "vitest";
import { readinessMachine } from "../../../domain/record.ts";
import { countCorrectable } from "../../../store/available-records.ts";
import { transition } from "../../../store/transition.ts";
import { must } from "../../../test-world.ts";
import { launchChunk } from "./launch-chunk.ts";
import { resumeChunk } from "./resume-chunk.ts";
import { retryFailed } from "./retry-failed.ts";
import { sendGaps } from "./send-gaps.ts";
import { settleByHand } from "./settle-by-hand.ts";
import { sweepDeliveries } from "./sweep.ts";
import type { Model } from "./test-acts.ts";
import { associatesOf, clients, type Scene, stampOf } from "./test-scene.ts";
import { expectTruths, profilesOf } from "./test-truths.ts";

const roundsMax = 80;
const all = 10_000;

/**
 * Calm days: Passfort behaves, stalled workers wake up late, people do what is theirs, until nothing moves any more. Then every client is
 * created once, or refused because Passfort was told to refuse one.
 */
export async function expectGoodEnd(scene: Scene, model: Model): Promise<void> {
  const { world } = scene;
  const refusals = await endBadDays(scene);
  await scene.pass(70);
  await sweepDeliveries(world.ctx);
  for (const worker of scene.standing()) await worker.goOn(all);
  await expectTruths(scene);

  await seeThrough(scene);
  await expectTruths(scene);
  if (model.isStopped) {
    await expectStopped(scene);
    await sendTheRest(scene, "pilot");
    await correctRefused(scene);
    await sendTheRest(scene, "correction");
  }
  await expectEnded(scene, refusals);
}

/** Orders no more faults. @returns how many creates were refused by order */
async function endBadDays({ world }: Scene): Promise<number> {
  const { rules } = await world.control<{ rules: { kind: string; fired: number }[] }>("/faults");
  await fetch(`${world.simulator.controlUrl}/faults`, { method: "DELETE" });
  return rules.reduce((sum, { kind, fired }) => sum + (kind === "errors_in_200" ? fired : 0), 0);
}

async function seeThrough(scene: Scene): Promise<void> {
  const { world, operator } = scene;
  for (let round = 0; round < roundsMax; round += 1) {
    const { chunkId } = scene;
    const status = await world.statusOf(chunkId);
    if (status === "paused") must(await resumeChunk(operator, chunkId));
    if (status === "stopped") return settleUncertain(scene);
    if (status === "finished") {
      const { retried } = must(await retryFailed(operator, chunkId));
      const { requeued } = must(await sendGaps(operator, chunkId));
      if (retried + requeued === 0) return;
    }
    for (const { payload } of world.jobs.splice(0)) await (await scene.startWorker(payload, "calm")).goOn(all);
    await scene.pass(70);
    await sweepDeliveries(world.ctx);
  }
  throw new Error(`The chunk stands still: it is ${await world.statusOf(scene.chunkId)}.`);
}

/** A stopped chunk asks nobody any more; a person looks into Passfort. */
async function settleUncertain(scene: Scene): Promise<void> {
  const { world, operator } = scene;
  const profiles = await profilesOf(scene);
  for (const { id, reference } of await world.ctx.db.delivery.findMany({ where: { status: "uncertain" } })) {
    const profile = profiles.find(({ customer_ref }) => customer_ref === reference);
    const finding = profile ? { kind: "is_it" as const, profileId: profile.id } : { kind: "not_there" as const };
    must(await settleByHand(operator, id, { finding, reason: "Looked at in Passfort." }));
  }
}

/** What the stop left: whoever is not in Passfort was withdrawn, refused or failed, and nobody stays uncertain. */
async function expectStopped(scene: Scene): Promise<void> {
  const references = new Set((await profilesOf(scene)).map(({ customer_ref }) => customer_ref));
  for (const { reference, status, profileId } of await scene.world.ctx.db.delivery.findMany()) {
    expect(["created", "failed", "refused", "withdrawn"], `${reference} of a stopped chunk`).toContain(status);
    expect(references.has(reference), `${reference} is ${status}: it is in Passfort if its profile is known`).toBe(
      profileId !== null,
    );
    if (status !== "failed") expect(profileId !== null).toBe(status === "created");
  }
}

/** What Passfort refused came back to the review; a person corrects it there. */
async function correctRefused({ world }: Scene): Promise<void> {
  const { db } = world.ctx;
  const refused = await db.issue.findMany({ where: { migrationId: world.migration.id, code: "passfort.refused" } });
  await db.issue.deleteMany({ where: { id: { in: refused.map(({ id }) => id) } } });
  for (const { recordId: id } of refused) {
    const { data } = await db.record.findUniqueOrThrow({ where: { id } });
    const corrected = data.replace(/"(name|familyName)":"/, "$&Corrected ");
    await db.record.update({ where: { id }, data: { data: corrected } });
    await transition(db, readinessMachine, { id, to: "ready", byId: null, because: "A person corrected it." });
  }
}

/** What was withdrawn leaves with a later chunk, and what was left undone with a correction chunk. */
async function sendTheRest(scene: Scene, kind: "pilot" | "correction"): Promise<void> {
  const { world, operator } = scene;
  const { db } = world.ctx;
  const count =
    kind === "pilot"
      ? await db.delivery.count({ where: { status: "withdrawn" } })
      : await countCorrectable(db, world.migration.id, world.connection.id);
  if (count === 0) return;
  const chunkId = await world.approved(count, 2, kind);
  must(await launchChunk(operator, chunkId, count));
  scene.chunkId = chunkId;
  await seeThrough(scene);
  await expectTruths(scene);
}

async function expectEnded(scene: Scene, refusals: number): Promise<void> {
  const { db } = scene.world.ctx;
  const deliveries = await db.delivery.findMany({ include: { steps: true } });
  expect(deliveries.map(({ reference }) => reference).toSorted()).toEqual([...clients].toSorted());
  const made = (await profilesOf(scene)).map(({ customer_ref }) => customer_ref);
  const expected = deliveries.flatMap(({ reference, status }) => {
    if (status !== "created") return [];
    return reference in associatesOf
      ? [reference, ...associatesOf[reference as keyof typeof associatesOf]]
      : [reference];
  });
  const refused = deliveries.filter(({ status }) => status === "refused");
  const others = deliveries.filter(({ status }) => status !== "created" && status !== "refused");
  expect(others, "clients that are neither created nor refused").toEqual([]);
  expect(refused.length, "clients refused").toBeLessThanOrEqual(refusals);
  for (const { reference, steps } of deliveries.filter(({ status }) => status === "created")) {
    const open = steps.filter(({ doneAt, gapCode }) => doneAt === null || gapCode !== null);
    expect(open, `steps of ${reference} that are not done`).toEqual([]);
  }
  expect(made.toSorted(), "what is in Passfort").toEqual(expected.toSorted());
  expect(await db.attempt.count({ where: { status: "open" } }), "attempts left open").toBe(0);
  for (const [profileId, stamp] of scene.editedLast) expect(await stampOf(scene.world, profileId)).toBe(stamp);
}
