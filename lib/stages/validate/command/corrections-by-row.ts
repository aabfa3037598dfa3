import type { CorrectionsOfRow } from "../../../domain/correction.ts";
import { placeOf } from "../../../domain/record-id.ts";
import type { PlacedCorrection } from "../../../store/corrections.ts";

/** Finds the corrections of a row while a file is checked; nearly every row has none. */
export function correctionsByRow(
  corrections: readonly PlacedCorrection[],
): (rowNumber: number) => CorrectionsOfRow | undefined {
  const textsByPlace = new Map<number, Map<string, string>>();
  const rows = new Set<number>();
  for (const { place, field, text } of corrections) {
    const texts = textsByPlace.get(place) ?? new Map<string, string>();
    textsByPlace.set(place, texts.set(field, text));
    rows.add(rowOfPlace(place));
  }
  return (rowNumber) => (rows.has(rowNumber) ? (slot) => textsByPlace.get(placeOf(rowNumber, slot)) : undefined);
}

const rowOfPlace = (place: number): number => Math.floor(place / placeOf(1, 0));
