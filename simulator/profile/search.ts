import type { Account } from "../account.ts";
import type { World } from "../world.ts";
import { displayNameOf } from "./display-name.ts";
import { customerRefOf, type IndexEntry, type Profile } from "./profile.ts";

/**
 * Gives the profile's names and tags to the search index, which shows them only after its delay. Names and tags alone
 * are searchable (API contract §10); the delay and the way of matching are inferred.
 */
export function noteInIndex(world: World, profile: Profile): void {
  const now = world.clock.now();
  const entry: IndexEntry = { at: now, displayName: displayNameOf(profile.collectedData), tags: [...profile.tags] };
  const visible = profile.index.findLastIndex((one) => one.at + world.settings.indexDelayMs <= now);
  profile.index = [...profile.index.slice(Math.max(visible, 0)), entry];
}

/**
 * Profiles of one account that match, newest first. Every word of `q` must be part of the name, or of one tag;
 * so `MIGREF-1` also finds `MIGREF-10`, and a caller has to look closer.
 */
export function searchProfiles(world: World, account: Account, q: string): Profile[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const horizon = world.clock.now() - world.settings.indexDelayMs;
  const found: Profile[] = [];
  for (const profile of account.profiles.values()) {
    const entry = profile.index.findLast((one) => one.at <= horizon);
    if (!entry) continue;
    const texts = [entry.displayName, ...entry.tags];
    if (world.settings.searchCustomerRef) texts.push(customerRefOf(profile) ?? "");
    if (words.length === 0 || texts.some((text) => MATCHES[world.settings.matching](text.toLowerCase(), words)))
      found.push(profile);
  }
  return found.reverse();
}

/** Nobody has published how words are matched (API contract §10); a client must look closer whichever it is. */
const MATCHES = {
  all_parts: (text: string, words: string[]) => words.every((word) => text.includes(word)),
  all_prefixes: (text: string, words: string[]) =>
    words.every((word) => text.startsWith(word) || text.includes(` ${word}`)),
  any_part: (text: string, words: string[]) => words.some((word) => text.includes(word)),
};
