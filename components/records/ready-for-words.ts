import type { RecordRole } from "#lib/domain/record-role.ts";
import { type Track, tracks } from "#lib/domain/track.ts";

const shortWords: Record<Track, string> = { full_onboarding: "full only", limited_compliance: "limited only" };

/** The tracks a record could take now, in a word or two; nothing of what goes with its company. */
export function readyForWords({ role, readyFor }: { role: RecordRole; readyFor: readonly Track[] }): string {
  if (role !== "client") return "";
  const [first] = readyFor;
  if (first === undefined) return "neither track";
  return readyFor.length === tracks.length ? "both tracks" : shortWords[first];
}
