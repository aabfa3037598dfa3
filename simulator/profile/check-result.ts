import type { Account } from "../account.ts";
import type { World } from "../world.ts";
import { displayNameOf } from "./display-name.ts";
import type { Profile } from "./profile.ts";

const SCREEN_WORDS: Record<string, string> = { pep: "PEP", sanction: "Sanction", media: "Media", refer: "Refer" };

/**
 * Clean unless the profile's name says otherwise, as in demo accounts. A keyword of the settings, anywhere in the name,
 * fails in both accounts; in a demo account a whole word "error" or, for screening, "pep", "sanction", "media" or
 * "refer" gives that result. The words themselves are not published.
 */
export function resultOf(world: World, account: Account, profile: Profile, checkType: string): string {
  const name = displayNameOf(profile.collectedData).toLowerCase();
  const isScreen = checkType.endsWith("PEPS_AND_SANCTIONS_SCREEN");
  if (account.mode === "demo") {
    const words = name.split(/[^a-z]+/);
    if (words.includes("error")) return "Error";
    const found = isScreen ? words.flatMap((word) => SCREEN_WORDS[word] ?? [])[0] : undefined;
    if (found) return found;
  }
  const isClean = !world.settings.manualKeywords.some((keyword) => name.includes(keyword.toLowerCase()));
  if (isClean) return checkType === "IDENTITY_CHECK" ? "2+2" : "Pass";
  return isScreen ? "Refer" : "Fail";
}

export function isAccepted(result: string): boolean {
  return result === "Pass" || result === "2+2";
}

/** Of a person who approves or rejects a check by hand, in that check's own words. */
export function manualResult(checkType: string, decision: "approve" | "reject"): string {
  if (decision === "approve") return checkType === "IDENTITY_CHECK" ? "2+2" : "Pass";
  return checkType.endsWith("PEPS_AND_SANCTIONS_SCREEN") ? "Refer" : "Fail";
}
