import { seedsIn } from "./find-seeds.ts";
import type { Place } from "./places.ts";
import type { Seed } from "./seeds.ts";

export type Scanned = { place: string; pieces: number; bytes: number; found: string[] };

/** Looks for every seed in every place. What is found is told by what it is and where, never by itself. */
export async function scanPlaces(places: readonly Place[], seeds: readonly Seed[]): Promise<Scanned[]> {
  const all: Scanned[] = [];
  for (const place of places) {
    const scanned: Scanned = { place: place.name, pieces: 0, bytes: 0, found: [] };
    for await (const { where, text } of place.read()) {
      scanned.pieces += 1;
      scanned.bytes += Buffer.byteLength(text);
      for (const { what } of seedsIn(text, seeds)) scanned.found.push(`${what} in ${where}`);
    }
    all.push({ ...scanned, found: [...new Set(scanned.found)] });
  }
  return all;
}

const toldMax = 20;

export const sentenceOf = ({ place, pieces, bytes, found }: Scanned, seeds: number): string =>
  `${found.length === 0 ? "✓" : "✗"} ${place}: ${pieces} pieces, ${bytes} bytes, ${seeds} values looked for, ${found.length} found${found
    .slice(0, toldMax)
    .map((one) => `\n    ${one}`)
    .join("")}`;
