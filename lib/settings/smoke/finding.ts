import type { Failure } from "../../domain/failure.ts";
import type { SmokeResult } from "../../domain/smoke-step.ts";

/** What came of one step, and what it says about the account, in a sentence. */
export type Finding = { result: SmokeResult; finding: string };

export const proved = (finding: string): Finding => ({ result: "proved", finding });
export const differs = (finding: string): Finding => ({ result: "differs", finding });
export const failed = (finding: string): Finding => ({ result: "failed", finding });
export const notSeen = (finding: string): Finding => ({ result: "not_seen", finding });
export const notTried = (finding: string): Finding => ({ result: "not_tried", finding });

/** A call that did not succeed, as the finding of its step. Nothing is sent twice to find out more. */
export function failedBy(what: string, failure: Failure): Finding {
  return failed(`${what}: ${wordsByKind[failure.kind]} ${failure.message}`.trim());
}

const wordsByKind: Record<Failure["kind"], string> = {
  refused: "Passfort does not take it.",
  throttled: "Passfort asks us to wait; run it again later.",
  unreachable: "Passfort could not be reached.",
  uncertain: "the answer was lost. It may have happened all the same; it is not sent again.",
  halted: "Passfort does not accept the key, or the account cannot be used.",
};

/** “2.1 seconds”, “under a second”. */
export function secondsWords(ms: number): string {
  if (ms < 1000) return "under a second";
  const seconds = (ms / 1000).toFixed(1).replace(/\.0$/, "");
  return seconds === "1" ? "1 second" : `${seconds} seconds`;
}
