import { countOf } from "#components/chunks/number-words.ts";
import { plainNumber } from "#components/ui/count-identity.ts";
import { type Existing, undecidedOf } from "./existing.ts";

/** How it stands, in a sentence. */
export function sweepSentence(existing: Existing): string {
  const { connection, sweep, isNeeded } = existing;
  if (!connection) return "Save the plan first: it says which connection the clients go to.";
  if (!sweep)
    return isNeeded
      ? `Nobody has looked through the profiles of “${connection.name}” yet. Before the first chunk goes to production it must be done once.`
      : `Nobody has looked through the profiles of “${connection.name}” yet. It is worth while wherever clients may have been entered by hand before.`;
  if (sweep.status === "failed") return sweep.failure ?? "It failed.";
  if (sweep.status === "stopped") return "It was stopped. What it had found stays.";
  if (sweep.status === "void")
    return "The panel got another secret since, by which what was seen is not known again. Look through them once more.";
  if (sweep.status === "running")
    return sweep.clients === 0 && sweep.read === 0
      ? `Listing the profiles: ${plainNumber(sweep.listed)}${sweep.total === null ? "" : ` of ${plainNumber(sweep.total)}`}.`
      : `Comparing: ${plainNumber(sweep.clients)} of ${countOf(existing.clients, "client")}, ${countOf(sweep.read, "profile")} read.`;
  const undecided = undecidedOf(existing);
  const found = `${countOf(sweep.listed, "profile")} of clients ${sweep.listed === 1 ? "exists" : "exist"} there.`;
  if (undecided > 0)
    return `${found} ${countOf(undecided, "match", "matches")} wait${undecided === 1 ? "s" : ""} for a decision.`;
  return `${found} No client of this migration waits for a decision.`;
}

/** How far a running sweep is, from 0 to 100; null: it cannot be told. */
export function sweepPercent({ sweep, clients }: Existing): number | null {
  if (sweep?.status !== "running") return null;
  if (sweep.clients > 0 && clients > 0) return Math.min(100, 50 + (50 * sweep.clients) / clients);
  return sweep.total ? Math.min(50, (50 * sweep.listed) / sweep.total) : null;
}
