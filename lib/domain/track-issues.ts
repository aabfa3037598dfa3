import { type IssueCode, issueCatalogue, issueCodes } from "./issue-catalogue.ts";
import type { IssueEntry } from "./issue-entry.ts";
import type { Readiness } from "./record.ts";
import type { RecordRole } from "./record-role.ts";
import { type Track, tracks } from "./track.ts";

const entryOf = (code: IssueCode): IssueEntry => issueCatalogue[code];

/** Codes that keep a record from this track alone. Errors keep it from every one, and are what its readiness says. */
export const codesKeptFrom: Record<Track, readonly IssueCode[]> = {
  full_onboarding: issueCodes.filter((code) => entryOf(code).keepsFrom === "full_onboarding"),
  limited_compliance: issueCodes.filter((code) => entryOf(code).keepsFrom === "limited_compliance"),
};
export const fullOnlyCodes = codesKeptFrom.full_onboarding;

/** What is settled by choosing a track, not by looking: nobody has to acknowledge it. */
export const codesOfTracks: readonly IssueCode[] = tracks.flatMap((track) => codesKeptFrom[track]);

/** The tracks that a record with such an issue cannot take. */
export function tracksBarredBy(code: IssueCode): readonly Track[] {
  const { severity, keepsFrom } = entryOf(code);
  if (severity === "error") return tracks;
  return keepsFrom ? [keepsFrom] : [];
}

/** The tracks that a record could take now. Associates and links go where their company goes. */
export function tracksOpenTo(
  { role, readiness }: { role: RecordRole; readiness: Readiness },
  isThin: boolean,
): Track[] {
  if (role !== "client" || readiness !== "ready") return [];
  return tracks.filter((track) => track !== "full_onboarding" || !isThin);
}
