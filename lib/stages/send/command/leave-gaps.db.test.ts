import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { countWithGaps } from "../../../store/count-deliveries.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { listGaps } from "../query/list-gaps.ts";
import { readBackAdvice } from "../read-back-words.ts";
import { leaveGaps } from "./leave-gaps.ts";
import { sendGaps } from "./send-gaps.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.control("/settings", { indexDelayMs: 0 });
});
afterAll(() => world.close());
afterEach(() => world.calm());

const differing = "Passfort holds something else than was sent as Date of birth.";
const reason = "corrected in the portal after a call";

/** Clients of a chunk that was sent, of whom Passfort holds something else since. */
async function createdWithGaps(references: string[], message = `${differing} ${readBackAdvice}`): Promise<string> {
  const chunkId = await world.launched(references);
  await world.runJobs();
  await world.ctx.db.step.updateMany({
    where: { kind: "read_back", delivery: { chunkId } },
    data: { gapCode: "differs", gapMessage: message },
  });
  await world.ctx.db.delivery.updateMany({ where: { chunkId }, data: { gaps: 1 } });
  return chunkId;
}
const gapsOf = async (chunkId: string) => must(await listGaps(world.operator, chunkId, undefined)).gaps;
const readBackOf = async (reference: string) =>
  (await world.deliveryOf(reference)).steps.find(({ kind }) => kind === "read_back");

test("what Passfort holds otherwise is left as it is by a person, with their words, for one client alone", async () => {
  const chunkId = await createdWithGaps(["L-1", "L-2"]);
  const [gap] = await gapsOf(chunkId);
  expect(gap).toMatchObject({ code: "differs", alike: 2 });
  expect(must(await leaveGaps(world.operator, chunkId, { stepId: gap?.id ?? "", alsoAlike: false, reason }))).toEqual({
    left: 1,
  });
  expect(await gapsOf(chunkId)).toMatchObject([{ alike: 1 }]);
  expect((await countWithGaps(world.ctx.db, [chunkId])).get(chunkId)).toBe(1);
  expect(await readBackOf(gap?.reference ?? "")).toMatchObject({
    gapCode: null,
    remark: `${differing} Left as it is by olivia: “${reason}”.`,
  });
});

test("all clients of the chunk of whom the same is said are left at once, and no others", async () => {
  const chunkId = await createdWithGaps(["M-1", "M-2", "M-3"]);
  const other = (await readBackOf("M-3"))?.id ?? "";
  await world.ctx.db.step.update({ where: { id: other }, data: { gapMessage: "Something else." } });
  const stepId = (await readBackOf("M-1"))?.id ?? "";
  expect(must(await leaveGaps(world.operator, chunkId, { stepId, alsoAlike: true, reason }))).toEqual({ left: 2 });
  expect(await gapsOf(chunkId)).toMatchObject([{ id: other }]);
  // Twice changes nothing, and says so.
  expect(await leaveGaps(world.operator, chunkId, { stepId, alsoAlike: true, reason })).toMatchObject({
    ok: false,
    refusal: { kind: "changed_meanwhile" },
  });
});

test("what is missing is not left: it can only be sent again", async () => {
  const chunkId = await createdWithGaps(["N-1"]);
  const tag = (await world.deliveryOf("N-1")).steps.find(({ kind }) => kind === "add_tag");
  await world.ctx.db.step.update({
    where: { id: tag?.id ?? "" },
    data: { doneAt: null, gapCode: "5xx", gapMessage: "Passfort did not take it." },
  });
  expect(await leaveGaps(world.operator, chunkId, { stepId: tag?.id ?? "", alsoAlike: true, reason })).toMatchObject({
    ok: false,
  });
  expect((await gapsOf(chunkId)).map(({ code, alike }) => [code, alike])).toEqual(
    expect.arrayContaining([
      ["differs", 1],
      ["5xx", null],
    ]),
  );
});

test("a client that is read again, and of whom the same is found, has no gap; of whom something else is found, has", async () => {
  const chunkId = await world.launched(["O-1"]);
  await world.runJobs();
  const delivery = await world.deliveryOf("O-1");
  const edit = (collected_data: unknown, if_match: string) =>
    world.control<{ etag: string; collected_data: Record<string, Record<string, unknown>> }>(
      `/profiles/${delivery.profileId}/collected_data`,
      { collected_data, if_match },
    );
  const change = async (dob: string) => {
    const { collected_data, etag } = await edit({}, "none");
    await edit({ ...collected_data, personal_details: { ...collected_data.personal_details, dob } }, etag);
  };
  const readAgain = async () => {
    // The tag is missing, and with it the client is read once more.
    await world.ctx.db.step.updateMany({
      where: { deliveryId: delivery.id, kind: "add_tag", subject: "migrated" },
      data: { doneAt: null, gapCode: "502", gapMessage: "Passfort did not take it." },
    });
    await world.ctx.db.delivery.updateMany({ where: { id: delivery.id }, data: { gaps: { increment: 1 } } });
    must(await sendGaps(world.operator, chunkId));
    await world.runJobs();
    return (await world.deliveryOf("O-1")).gaps;
  };

  await change("1999-12-31");
  expect(await readAgain()).toBe(1);
  const stepId = (await readBackOf("O-1"))?.id ?? "";
  must(await leaveGaps(world.operator, chunkId, { stepId, alsoAlike: false, reason }));
  expect(await readAgain()).toBe(0);
  expect(await readBackOf("O-1")).toMatchObject({ gapCode: null, remark: expect.stringContaining(reason) });

  const { collected_data, etag } = await edit({}, "none");
  const { name: _, ...nameless } = collected_data.personal_details ?? {};
  await edit({ ...collected_data, personal_details: nameless }, etag);
  expect(await readAgain()).toBe(1);
  expect(await readBackOf("O-1")).toMatchObject({ gapCode: "differs", gapMessage: expect.stringContaining("name") });
});
