import { differs, type Finding, failedBy, notTried, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";

/** Tags everything made so far, and the individual with a tag of this run alone, to be searched for. */
export async function addSmokeTag(trial: Trial): Promise<Finding> {
  const { individualId, passfort, madeUp, made } = trial;
  if (!individualId) return notTried("No individual was created.");
  for (const profileId of made) {
    const tagged = await passfort.addTag(profileId, madeUp.tags.all);
    if (!tagged.ok) return failedBy(`The tag “${madeUp.tags.all}” was not added`, tagged.failure);
  }
  const added = await passfort.addTag(individualId, madeUp.tags.own);
  if (!added.ok) return failedBy(`The tag “${madeUp.tags.own}” was not added`, added.failure);
  trial.taggedAt = trial.ctx.clock.now();
  const read = await passfort.readProfile(individualId);
  if (!read.ok) return failedBy("The profile could not be read", read.failure);
  const names = read.value.tags.map(({ name }) => name);
  const missing = [madeUp.tags.all, madeUp.tags.own].filter((tag) => !names.includes(tag));
  if (missing.length > 0) return differs(`Tags that were taken do not stand on the profile: ${missing.join(", ")}.`);
  return proved("Tags stand on the profile as soon as they were added.");
}
