import { plainText } from "./plain-text.ts";

const shape = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent|per cent|prozent|pct|pour cent|por ciento|per cento|procent)?$/i;

/**
 * A share from 0 to 100, written with or without a percent sign, with a point or a comma; undefined for anything else. Nothing is guessed:
 * 0.25 is a quarter of one per cent, not 25 %.
 */
export function percentageOf(text: string): number | undefined {
  const [, digits] = shape.exec(plainText(text)) ?? [];
  if (digits === undefined) return undefined;
  const share = Number(digits.replace(",", "."));
  return share <= 100 ? share : undefined;
}
