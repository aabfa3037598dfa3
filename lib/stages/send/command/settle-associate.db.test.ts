import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { entitySchema } from "../../../domain/entity.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { listGaps } from "../query/list-gaps.ts";
import { launchChunk } from "./launch-chunk.ts";
import { settleAssociate } from "./settle-associate.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.control("/settings", { indexDelayMs: 0 });
});
afterAll(() => world.close());
afterEach(() => world.calm());

const reason = "the other one was entered by hand";
const gapsOf = async (chunkId: string) => must(await listGaps(world.operator, chunkId, undefined)).gaps;
const profileIdsOf = async (reference: string) => {
  const { profiles } = await world.control<{ profiles: { id: string; customer_ref: string }[] }>(
    "/profiles?limit=1000",
  );
  return profiles.filter(({ customer_ref }) => customer_ref === reference).map(({ id }) => id);
};

/** A company whose one director Passfort has twice: the answer was lost, and somebody entered the person by hand meanwhile. */
async function twoOf(company: string) {
  const associate = `${company}/D-1`;
  await world.addFamily(company, [{ ref: "D-1", list: "directors" }]);
  const chunkId = await world.approved(1);
  must(await launchChunk(world.operator, chunkId, 1));
  await world.control("/faults", {
    rules: [{ operation: "create_profile", customerRef: associate, kind: "drop_after", nth: 1 }],
  });
  expect(await world.runJobs()).toEqual(["uncertain"]);
  const entered = await enter(associate);
  world.pass(4);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  const gap = (await gapsOf(chunkId)).find(({ maySettle }) => maySettle);
  expect(gap).toMatchObject({ code: "several_profiles", reference: company });
  const [ours] = (await profileIdsOf(associate)).filter((id) => id !== entered);
  return { chunkId, company, stepId: gap?.id ?? "", ours: ours ?? "", entered };
}
async function enter(reference: string): Promise<string> {
  const { data } = await world.ctx.db.record.findFirstOrThrow({
    where: { role: "associate" },
    orderBy: { id: "desc" },
  });
  const made = await world
    .passfort()
    .createAssociate({ entity: { ...entitySchema.parse(JSON.parse(data)), reference } });
  if (!made.ok) throw new Error(made.failure.message);
  return made.value.profileId;
}

test("a person says which of several profiles an associate is, and the client goes on with its link", async () => {
  const { chunkId, company, stepId, ours, entered } = await twoOf("S-1");
  expect(must(await settleAssociate(world.operator, chunkId, { stepId, profileId: ours, reason }))).toEqual({});
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await gapsOf(chunkId)).toEqual([]);
  const { steps, gaps, status, profileId } = await world.deliveryOf(company);
  expect({ gaps, status }).toEqual({ gaps: 0, status: "created" });
  expect(steps.find(({ id }) => id === stepId)).toMatchObject({
    resultId: ours,
    remark: `olivia said which profile it is: “${reason}”.`,
  });
  const links = await world.passfort().readLinks(profileId ?? "");
  expect(links).toMatchObject({ ok: true, value: [{ list: "directors", profileId: ours }] });
  expect(await profileIdsOf(`${company}/D-1`)).toHaveLength(2);
  expect(await world.statusOf(chunkId)).toBe("finished");
  // Twice changes nothing, and says so.
  expect(await settleAssociate(world.operator, chunkId, { stepId, profileId: entered, reason })).toMatchObject({
    refusal: { kind: "changed_meanwhile" },
  });
});

test("a profile of somebody else, of a client, of another associate, or none at all is refused, and nothing changes", async () => {
  const settled = await twoOf("S-2");
  must(await settleAssociate(world.operator, settled.chunkId, { ...settled, profileId: settled.ours, reason }));
  await world.runJobs();
  const { chunkId, stepId, company } = await twoOf("S-3");
  const client = (await world.deliveryOf(company)).profileId ?? "";
  const say = (profileId: string) => settleAssociate(world.operator, chunkId, { stepId, profileId, reason });
  for (const profileId of [client, settled.ours])
    expect(await say(profileId)).toMatchObject({
      refusal: { kind: "not_met", sentence: expect.stringContaining("is not this associate") },
    });
  expect(await say("00000000-0000-4000-8000-000000000000")).toMatchObject({
    refusal: { kind: "not_met", sentence: expect.stringContaining("no profile with this id") },
  });
  expect(await gapsOf(chunkId)).toContainEqual(expect.objectContaining({ id: stepId, maySettle: true }));
  expect(world.jobs).toEqual([]);
});

test("a profile that the panel knows as another associate's already is refused, whatever its reference says", async () => {
  const { chunkId, stepId, ours } = await twoOf("S-4");
  const other = await twoOf("S-5");
  await world.ctx.db.step.update({ where: { id: other.stepId }, data: { resultId: ours } });
  expect(await settleAssociate(world.operator, chunkId, { stepId, profileId: ours, reason })).toMatchObject({
    refusal: { kind: "not_met", sentence: expect.stringContaining("already belongs to another") },
  });
  expect(await world.statusOf(chunkId)).toBe("finished");
});
