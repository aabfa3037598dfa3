import { type Finding, failedBy, notSeen, notTried, proved, secondsWords } from "../../finding.ts";
import type { Trial } from "../trial.ts";

const patienceMs = 45_000;
const pauseMs = 500;

/** Measures how far search is behind: lost creates are looked up by this (API contract §10). */
export async function searchTag(trial: Trial): Promise<Finding> {
  const { individualId, taggedAt, passfort, madeUp, ctx, hand } = trial;
  if (!individualId || !taggedAt) return notTried("No tag was added.");
  for (;;) {
    const found = await passfort.searchProfiles(madeUp.tags.own);
    if (!found.ok) return failedBy("Search did not answer", found.failure);
    const afterMs = ctx.clock.now().getTime() - taggedAt.getTime();
    if (found.value.some(({ profileId }) => profileId === individualId)) {
      trial.isIndexed = true;
      return proved(`Search found the tag ${secondsWords(afterMs)} after it was added.`);
    }
    if (afterMs >= patienceMs)
      return notSeen(
        `Search did not find the tag within ${secondsWords(patienceMs)}. Lost answers could not be looked up by it.`,
      );
    await hand.wait(pauseMs);
  }
}
