import { countOf } from "#components/chunks/number-words.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listCauses } from "#lib/contracts/issues.ts";

export type Review = Pick<ReplyOf<typeof listCauses>, "counts" | "families" | "causes">;

/** Whether every record was checked and none has an error; a migration without clients has nothing to say yes about. */
export const nobodyIsInvalid = ({ counts, families }: Review): boolean =>
  counts.clients > 0 && counts.unchecked === 0 && counts.invalid === 0 && families.invalid === 0;

/** What a person who is through with the errors may still want to know before the plan. */
export function whatIsLeft({ counts, causes }: Review): string {
  if (counts.excluded === counts.clients) return "Every client is excluded: nobody will be sent.";
  const open = causes.filter(({ severity, bars, acknowledged }) => {
    const isJudged = acknowledged?.holds ?? false;
    return severity === "warning" && bars.length === 0 && !isJudged;
  });
  const warnings =
    open.length === 0
      ? "No warning waits for an answer."
      : `${countOf(open.length, "warning")} below ${open.length === 1 ? "is" : "are"} not acknowledged yet: look at ${open.length === 1 ? "it" : "them"} before an approver does.`;
  return `Every client that is not excluded passed the checks. ${warnings}`;
}
