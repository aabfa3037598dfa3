import type { Entity } from "../domain/entity.ts";
import type { CallResult } from "../domain/failure.ts";
import { referenceTagOf } from "../domain/reference-tag.ts";
import { isAnothers, type LookedFor, type LookUp, lookUpOf, mayBear, searchTermsOf } from "./look-up.ts";
import type { RemoteProfile } from "./remote-profile.ts";
import type { FoundPages } from "./search-pages.ts";

/** Candidates read at most; with more, a machine that found nothing cannot say that there is nothing. */
const candidatesMax = 200;

type Reader = {
  search(q: string): Promise<CallResult<FoundPages>>;
  read(profileId: string): Promise<CallResult<RemoteProfile>>;
};

/** The calls of the look-up: search by tag and by name, read every candidate, decide (API contract §10). */
export async function findProfile(
  reader: Reader,
  entity: Entity,
  as: LookedFor = "client",
): Promise<CallResult<LookUp>> {
  let durationMs = 0;
  let isCut = false;
  const tag = referenceTagOf(entity.reference ?? "");
  const wanted = new Set<string>();

  for (const term of searchTermsOf(entity)) {
    const pages = await reader.search(term);
    durationMs += pages.durationMs;
    if (!pages.ok) return { ...pages, durationMs };
    isCut ||= pages.value.isCut;
    for (const { profileId, displayName, tagNames } of pages.value.found) {
      if (isAnothers(entity, tagNames)) continue;
      // A result of the tag search is read whatever its name: the name may have been corrected in the portal.
      if (term === tag || mayBear(displayName, term)) wanted.add(profileId);
    }
  }

  const candidates: RemoteProfile[] = [];
  const withheld: string[] = [];
  for (const profileId of [...wanted].slice(0, candidatesMax)) {
    const profile = await reader.read(profileId);
    durationMs += profile.durationMs;
    if (profile.ok) candidates.push(profile.value);
    else if (profile.failure.kind !== "refused") return { ...profile, durationMs };
    // 404: deleted since, the index is late in both directions. Any other refusal may hide the very one.
    else if (profile.failure.httpStatus !== 404) withheld.push(profileId);
  }

  const lookUp = lookUpOf(entity, candidates, as);
  const isIncomplete = isCut || wanted.size > candidatesMax || withheld.length > 0;
  const value: LookUp =
    lookUp.kind === "none" && isIncomplete
      ? { kind: "several", profileIds: (withheld.length > 0 ? withheld : [...wanted]).slice(0, 20) }
      : lookUp;
  return { ok: true, value, durationMs };
}
