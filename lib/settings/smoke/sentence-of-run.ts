import type { SmokeRunStatus } from "../../domain/smoke-run.ts";
import type { SmokeResult } from "../../domain/smoke-step.ts";

type Run = { status: SmokeRunStatus; word: string; results: readonly (SmokeResult | null)[]; isWorkerHeard: boolean };

/** How a run stands, in a sentence. */
export function sentenceOfRun({ status, word, results, isWorkerHeard }: Run): string {
  if (status === "queued")
    return isWorkerHeard
      ? "Waiting for a worker to take it up."
      : "No worker has been heard in the last 30 seconds: it begins when one is started.";
  if (status === "running")
    return `Step ${Math.min(results.filter((result) => result !== null).length + 1, results.length)} of ${results.length} is under way.`;
  if (status === "interrupted")
    return `The worker ended in the middle. Nothing is repeated by itself; a call may have been under way, so look in Passfort for “Smoketest ${word}” before you run it again.`;
  const count = (wanted: SmokeResult) => results.filter((result) => result === wanted).length;
  const parts = [
    `${count("proved")} of ${results.length} steps proved what the panel presumes`,
    ...said(count("differs"), "differs", "differ"),
    ...said(count("failed"), "failed", "failed"),
    ...said(count("not_seen"), "was not seen", "were not seen"),
    ...said(count("not_tried"), "was not tried", "were not tried"),
  ];
  return `${parts.join(", ")}.`;
}

const said = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
