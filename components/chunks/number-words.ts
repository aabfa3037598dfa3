import { plainNumber } from "#components/ui/count-identity.ts";

/** A count with its noun: "1 client", "12,345 clients". `many` only where English does not add an s. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${plainNumber(count)} ${count === 1 ? one : many}`;
}

/**
 * A share as whole per cent. Never "100 %" before the last one is done, never "0 %" once the first one is:
 * rounding may not claim an end that has not come.
 */
export function percentOf(part: number, all: number): number {
  if (all <= 0 || part <= 0) return 0;
  if (part >= all) return 100;
  return Math.min(99, Math.max(1, Math.round((part / all) * 100)));
}
