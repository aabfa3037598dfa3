import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { must, openWorld, type World } from "../../../test-world.ts";
import { settleByHand } from "./settle-by-hand.ts";
import { stopChunk } from "./stop-chunk.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.control("/settings", { indexDelayMs: 0 });
});
afterAll(() => world.close());
afterEach(async () => {
  for (const { id } of await world.ctx.db.chunk.findMany({
    where: { status: { in: ["running", "pausing", "paused"] } },
  }))
    await stopChunk(world.operator, id);
  world.jobs.splice(0);
});

const reason = "looked at it in the portal";
const isIt = (profileId: string) => ({ finding: { kind: "is_it" as const, profileId }, reason });
const notThere = { finding: { kind: "not_there" as const }, reason };

/** A client whose create was lost: before it reached Passfort, or after. */
async function lost(
  reference: string,
  kind: "drop_after" | "drop_before" | "truncated_json" | "500",
): Promise<{ id: string; chunkId: string }> {
  await world.control("/faults", { rules: [{ operation: "create_profile", customerRef: reference, kind, nth: 1 }] });
  const chunkId = await world.launched([reference]);
  expect(await world.runJobs()).toEqual(["uncertain"]);
  return { id: (await world.deliveryOf(reference)).id, chunkId };
}
const profileIdOf = async (reference: string): Promise<string> => {
  const { profiles } = await world.control<{ profiles: { id: string; customer_ref: string }[] }>(
    "/profiles?limit=1000",
  );
  return profiles.find(({ customer_ref }) => customer_ref === reference)?.id ?? "";
};

test("a person says which profile it is: it is read, adopted, and its other steps follow", async () => {
  const { id } = await lost("A-1", "drop_after");
  const profileId = await profileIdOf("A-1");
  expect(must(await settleByHand(world.operator, id, isIt(profileId)))).toEqual({ goesOn: true });
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await world.deliveryOf("A-1")).toMatchObject({ status: "created", profileId });
  expect(await world.profilesOf("A-1")).toHaveLength(1);
  const moves = await world.ctx.db.transition.findMany({
    where: { subjectId: id, byId: "olivia" },
    orderBy: { to: "desc" },
  });
  expect(moves.map(({ from, to }) => `${from} ${to}`)).toEqual(["uncertain sending", "sending queued"]);
});

test("a profile with another reference, or none at all, is refused and nothing changes", async () => {
  await lost("A-2", "drop_after");
  const other = await profileIdOf("A-2");
  world.pass(10);
  await sweepDeliveries(world.ctx);
  await world.runJobs();
  const { id } = await lost("A-3", "500");
  expect(await settleByHand(world.operator, id, isIt(other))).toMatchObject({
    refusal: { kind: "not_met", sentence: expect.stringContaining("is not this client") },
  });
  expect(await settleByHand(world.operator, id, isIt("00000000-0000-4000-8000-000000000000"))).toMatchObject({
    refusal: { kind: "not_met", sentence: expect.stringContaining("no profile with this id") },
  });
  expect((await world.deliveryOf("A-3")).status).toBe("uncertain");
});

test("it is not there: the panel looks too, and twice more before it is sent once; a second time is refused", async () => {
  const { id } = await lost("A-4", "drop_before");
  expect(await world.profilesOf("A-4")).toHaveLength(0);
  expect(await settleByHand(world.operator, id, notThere)).toMatchObject({
    refusal: { kind: "not_now", sentence: expect.stringMatching(/may still be at work .* say so in 65 s/) },
  });
  world.pass(66);
  expect(must(await settleByHand(world.operator, id, notThere))).toEqual({ goesOn: true });
  expect(await settleByHand(world.operator, id, notThere)).toMatchObject({ refusal: { kind: "not_now" } });
  expect(await world.runJobs()).toEqual(["unsettled"]);
  world.pass(4);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await world.profilesOf("A-4")).toHaveLength(1);
});

test("who says it is not there although it is, is told which profile it is, and nothing is sent", async () => {
  const { id } = await lost("A-5", "drop_after");
  world.pass(66);
  expect(await settleByHand(world.operator, id, notThere)).toMatchObject({
    refusal: { kind: "not_met", sentence: expect.stringContaining(await profileIdOf("A-5")) },
  });
  expect((await world.deliveryOf("A-5")).status).toBe("uncertain");
});

test("a worker that takes the client up while the person's question is answered wins, and the person is told", async () => {
  const { id } = await lost("A-6", "drop_after");
  const profileId = await profileIdOf("A-6");
  const slow = {
    ...world.operator,
    passfort: (connection: Parameters<typeof world.ctx.passfort>[0]) => {
      const client = world.ctx.passfort(connection);
      return {
        ...client,
        readProfile: async (asked: string) => {
          world.pass(10);
          await sweepDeliveries(world.ctx);
          expect(await world.runJobs()).toEqual(["created"]);
          return client.readProfile(asked);
        },
      };
    },
  };
  expect(await settleByHand(slow, id, isIt(profileId))).toMatchObject({ refusal: { kind: "changed_meanwhile" } });
  expect(await world.profilesOf("A-6")).toHaveLength(1);
});

test("in a stopped chunk what a person found is kept as a failure with its profile, and nothing is sent", async () => {
  const { id, chunkId } = await lost("A-7", "drop_after");
  must(await stopChunk(world.operator, chunkId));
  const profileId = await profileIdOf("A-7");
  expect(must(await settleByHand(world.operator, id, isIt(profileId)))).toEqual({ goesOn: false });
  expect(await world.deliveryOf("A-7")).toMatchObject({ status: "failed", failureCode: "stopped_halfway", profileId });
});
