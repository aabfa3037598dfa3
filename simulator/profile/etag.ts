import type { Profile } from "./profile.ts";

/** Weak and time-like, as Passfort's: `W/"1579973191.798"` (API contract §9). */
export function etagOf(profile: Profile): string {
  const seconds = Math.floor(profile.version / 1000);
  return `W/"${seconds}.${String(profile.version % 1000).padStart(3, "0")}"`;
}

/** A new version after a write. Two writes in one millisecond must not share a tag, or a lost update would pass. */
export function touch(profile: Profile, now: number): void {
  profile.version = Math.max(now, profile.version + 1);
  profile.modifiedAt = now;
}
