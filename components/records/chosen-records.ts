import { countOf } from "#components/chunks/number-words.ts";
import type { lookAtChosen } from "#lib/contracts/chosen-records.ts";
import type { BodyOf, ReplyOf } from "#lib/contracts/contract.ts";

/** Chosen records as the commands take them, and in words ("1,204 clients"). */
export type ChosenRecords = {
  migrationId: string;
  chosen: BodyOf<typeof lookAtChosen>["chosen"];
  /** All of the list, read or not: their number is to be typed before anything is done. */
  isAll: boolean;
  words: string;
};
export type LookedAt = ReplyOf<typeof lookAtChosen>;

/** Why some of the chosen records stay as they are, a sentence for each reason. */
export function stayingWords({
  held,
  excluded,
  unchecked,
}: Pick<LookedAt, "held" | "excluded" | "unchecked">): string[] {
  const are = (n: number) => (n === 1 ? "is" : "are");
  return [
    held > 0
      ? `${countOf(held, "record")} ${are(held)} in a submitted chunk and ${held === 1 ? "stays" : "stay"} as the approver saw ${held === 1 ? "it" : "them"}.`
      : "",
    excluded > 0 ? `${countOf(excluded, "record")} ${are(excluded)} left out.` : "",
    unchecked > 0 ? `${countOf(unchecked, "record")} ${are(unchecked)} still being checked.` : "",
  ].filter((sentence) => sentence !== "");
}
