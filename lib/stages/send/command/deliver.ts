import type { Context } from "../../../context.ts";
import { giveUpStep } from "../../../store/lay-out-steps.ts";
import type { Ending } from "../ending.ts";
import { outsideWindow } from "../outside-window.ts";
import { type Hand, handOf } from "./hand.ts";
import { keepClaim } from "./keep-claim.ts";
import { letGo } from "./let-go.ts";
import type { Passage } from "./passage.ts";
import { settleChunk } from "./settle-chunk.ts";
import { takeStep } from "./take-step.ts";
import { takeUp } from "./take-up.ts";
import { writeDown } from "./write-down.ts";

/**
 * Carries one delivery as far as it gets: take it up, walk its open steps, let it go with a word.
 *
 * A doubled job, an older generation, a paused chunk: nothing is taken up and nothing happens. A worker that dies
 * anywhere in here leaves a claim that runs out and, if a call was in flight, an open attempt: the sweep finds both.
 * @returns the word it ended with, or `left_alone`
 */
export async function deliver(
  ctx: Context,
  job: { deliveryId: string; generation: number },
  hand: Hand = handOf("worker"),
): Promise<Ending["word"] | "left_alone"> {
  const passage = await takeUp(ctx, job, hand);
  if (!passage) return "left_alone";

  const release = keepClaim(ctx, passage);
  const ending = await walk(ctx, passage)
    .catch(async (fault) => {
      // The fault is what is told; an answer that cannot be written now is looked up later.
      await writeDown(ctx, passage).catch(() => {});
      throw fault;
    })
    .finally(release);

  if (await letGo(ctx, passage, ending)) await settleChunk(ctx, passage.chunkId);
  return ending.word;
}

/** Its last call is still to be looked up. */
const mayHaveHappened = ({ lastAttempt }: Passage["steps"][number]) =>
  lastAttempt === "uncertain" || lastAttempt === "open";

/** Step after step from the first open one. A step that is done, or given up, leads on; any other ending ends the walk. */
async function walk(ctx: Context, passage: Passage): Promise<Ending> {
  for (const step of passage.steps) {
    if (step.doneAt || step.gapCode) continue;
    const closed = outsideWindow(passage.settings.control.runWindow, ctx.clock.now());
    if (closed) return { word: "held", ...closed, stillUncertain: mayHaveHappened(step) };
    const outcome = await takeStep(ctx, passage, step);
    if (outcome.word === "gap") {
      await writeDown(ctx, passage);
      if (!(await giveUpStep(ctx.db, step, passage.claimedBy, outcome.gap))) return { word: "not_running" };
      step.gapCode = outcome.gap.code;
      // The next step has its own tries.
      passage.tries = 0;
    } else if (outcome.word !== "done") {
      return outcome;
    } else {
      step.doneAt = ctx.clock.now();
    }
  }
  return { word: "created" };
}
