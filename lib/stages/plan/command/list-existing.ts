import type { FoundProfile } from "../../../passfort/search-pages.ts";
import { type ExistingDigests, existingDigests } from "../../../store/existing-digests.ts";
import { type ExistingProfile, keepExisting } from "../../../store/existing-profiles.ts";
import { type Sweeping, Unswept } from "./sweeping.ts";

/** The largest page there is (API contract §1.4). */
const pageSize = 200;
/** A walk that comes to no end ends here: two million profiles. */
const pagesMax = 10_000;

/**
 * Walks over all pages and keeps what clients can be known again by. Pages shift while profiles are added, and nobody has published what
 * `count` counts, so it ends only at a page that brings nothing (API contract §10).
 */
export async function listExisting({ ctx, sweep, passfort, ask }: Sweeping): Promise<void> {
  const digests = existingDigests(ctx.env.CAUSEWAY_SECRET);
  let offset = 0;
  let hidden = 0;
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await ask(() => passfort.listProfiles({ offset, limit: pageSize }));
    if (!answer.ok) throw new Unswept(`Passfort refused to list its profiles: ${answer.failure.message}`);
    const { count, profiles, associates } = answer.value;
    hidden = Math.max(hidden, answer.value.hidden);
    await keepExisting(
      ctx.db,
      sweep,
      profiles.map((profile) => existingOf(profile, digests)),
    );
    const listed = await ctx.db.existingProfile.count({
      where: { connectionId: sweep.connectionId, sweepId: sweep.id },
    });
    await ctx.db.profileSweep.update({ where: { id: sweep.id }, data: { listed, total: count, hidden } });
    // Advancing by what came, not by what we asked for: a server may cut `limit` down.
    const came = Math.max(profiles.length, associates.length);
    if (came === 0) return;
    offset += came;
  }
}

/** Without tags in the list nothing is lost: the tag is read with the profile. */
function existingOf(
  { profileId, displayName, role, tagNames }: FoundProfile,
  digests: ExistingDigests,
): ExistingProfile {
  const entityType = role?.startsWith("COMPANY") ? "company" : "individual";
  const tag = tagNames?.find((name) => name.startsWith("MIGREF-"));
  return {
    profileId,
    nameDigest: digests.ofName(entityType, displayName),
    tagDigest: tag === undefined ? null : digests.ofTag(tag),
  };
}
