import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../context.ts";
import { openWorld, type World } from "../../../test-world.ts";
import { deliver } from "./deliver.ts";
import { pauseChunk } from "./pause-chunk.ts";
import { stopChunk } from "./stop-chunk.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A client whose profile exists, though the answer that said so was lost, about to be looked up. */
async function lost(reference: string, sinceSeconds = 4) {
  await world.control("/faults", {
    rules: [{ operation: "create_profile", customerRef: reference, kind: "drop_after", nth: 1 }],
  });
  const chunkId = await world.launched([reference]);
  expect(await world.runJobs()).toEqual(["uncertain"]);
  world.pass(sinceSeconds);
  await sweepDeliveries(world.ctx);
  return { chunkId, jobs: world.jobs.splice(0).map(({ payload }) => payload) };
}

test("an uncertain client whose worker dies while looking it up stays uncertain: a stop does not call it never sent", async () => {
  const { chunkId } = await lost("U-1");
  const { id } = await world.deliveryOf("U-1");
  await world.ctx.db.delivery.update({
    where: { id },
    data: { status: "sending", claimedBy: "dead#1", claimedUntil: new Date(world.ctx.clock.now().getTime() + 20_000) },
  });
  world.pass(21);
  await sweepDeliveries(world.ctx);
  await stopChunk(world.operator, chunkId);
  expect((await world.deliveryOf("U-1")).status).toBe("uncertain");
});

test("an uncertain client whose chunk is stopped while it is looked up stays uncertain", async () => {
  const { chunkId, jobs } = await lost("U-2", 66);
  const ctx: Context = {
    ...world.ctx,
    passfort(connection, mayCall) {
      const passfort = world.ctx.passfort(connection, mayCall);
      return {
        ...passfort,
        async lookUp(...asked) {
          await pauseChunk(world.operator, chunkId);
          return passfort.lookUp(...asked);
        },
      };
    },
  };
  for (const job of jobs) expect(await deliver(ctx, job, world.hand)).toBe("not_running");
  await stopChunk(world.operator, chunkId);
  expect((await world.deliveryOf("U-2")).status).toBe("uncertain");
});
