import type { NotCreatedStatus } from "#lib/domain/failure-filter.ts";
import { countOf } from "./number-words.ts";

/** Who fits a filter and is not sent again with the failed, and why. */
export function leftOutSentences({ refused, uncertain }: Readonly<Record<NotCreatedStatus, number>>): string[] {
  const sentences: string[] = [];
  if (refused > 0)
    sentences.push(
      `${countOf(refused, "refused client")} ${refused === 1 ? "stays: its" : "stay: their"} data must be corrected first.`,
    );
  if (uncertain > 0)
    sentences.push(
      `${countOf(uncertain, "uncertain client")} ${uncertain === 1 ? "stays: it is looked up by itself." : "stay: they are looked up by themselves."}`,
    );
  return sentences;
}
