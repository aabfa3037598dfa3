import { differs, type Finding, failedBy, notTried, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";

export async function searchReference({ individualId, isIndexed, passfort, madeUp }: Trial): Promise<Finding> {
  // As long as search does not know the profile at all, not finding it by its reference proves nothing.
  if (!individualId || !isIndexed) return notTried("Search does not know the profile yet.");
  const found = await passfort.searchProfiles(madeUp.individual.reference ?? "");
  if (!found.ok) return failedBy("Search did not answer", found.failure);
  return found.value.some(({ profileId }) => profileId === individualId)
    ? differs("Search finds a profile by its customer_ref. The panel does not need it, but looking up becomes easier.")
    : proved("Search does not find a profile by its customer_ref: only names and tags are searched.");
}
