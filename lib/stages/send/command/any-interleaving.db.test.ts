import fc from "fast-check";
import { afterAll, beforeAll, test, vi } from "vitest";
import { openWorld, type World } from "../../../test-world.ts";
import { acts, type Model } from "./test-acts.ts";
import { expectGoodEnd } from "./test-outcome.ts";
import { openScene } from "./test-scene.ts";

/** `INTERLEAVINGS=1000` for a long run, `INTERLEAVINGS_SEED` for other ones or for those of a failure. */
const runs = Number(process.env.INTERLEAVINGS || 25);
const seed = Number(process.env.INTERLEAVINGS_SEED || 20_261_126);
const actsMax = 30;
/** A long run says at once what failed and does not look for a shorter way to it, which takes as long again. */
const isLong = runs > 25;

let world: World;
beforeAll(async () => {
  // Hearts beat when an act says so.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  world = await openWorld();
});
afterAll(async () => {
  vi.useRealTimers();
  await world.close();
});

test(
  "whatever happens between any two statements of workers (deaths, stalls, lost answers, doubled jobs, pauses, stops), no profile is made twice, no call leaves after a pause is stored, the counts add up, and in the end every client is accounted for",
  async () => {
    await fc.assert(
      fc.asyncProperty(acts(actsMax), async (chosen) => {
        const scene = await openScene(world);
        const model: Model = { isStopped: false };
        try {
          await fc.asyncModelRun(() => ({ model, real: scene }), chosen);
          await expectGoodEnd(scene, model);
        } finally {
          await scene.end();
        }
      }),
      { numRuns: runs, seed, endOnFailure: isLong },
    );
  },
  runs * 20_000,
);
