import type { Told } from "./one-run.ts";

/** What a run must be to pass: `missed` names what it was not. */
export function missedBy(told: Told, processes: number): string[] {
  const must: Record<string, boolean> = {
    "every client created": told.created === told.clients,
    "no duplicates": told.duplicates === 0 && told.associates.doubled === 0,
    "none lost": told.lost === 0 && told.associates.missing === 0,
    "none uncertain": told.uncertain === 0,
    "no gaps": told.gaps === 0,
    "no edit of a person lost": told.editsLost === 0,
    "the counting identity at every sample": told.identity && told.samples > 0,
    "no more calls in flight than processes": told.peakInFlight <= processes,
  };
  return Object.entries(must).flatMap(([name, holds]) => (holds ? [] : [name]));
}
