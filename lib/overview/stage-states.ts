import { type StageSlug, stages } from "../stages/order.ts";
import { count, type Facts, filesOf } from "./facts.ts";
import { whoseMove } from "./whose-move.ts";

export type StageState = { slug: string; label: string; state: "done" | "current" | "waiting"; fact: string };

type Told = { isDone: boolean; fact: string };

const tell: Record<StageSlug, (facts: Facts) => Told> = {
  files: (f) => {
    const files = filesOf(f);
    const rows = files.reduce((sum, file) => sum + (file.rowCount ?? 0), 0);
    return {
      isDone: files.length > 0 && files.every((file) => file.status === "parsed"),
      fact: files.length === 0 ? "No files yet" : `${count(files.length, "file")}, ${count(rows, "row")}`,
    };
  },
  mapping: (f) => {
    const files = filesOf(f);
    const mapped = files.filter((file) => file.mappingVersion !== null).length;
    return {
      isDone: files.length > 0 && mapped === files.length,
      fact: files.length === 0 ? "Needs a file" : `${mapped} of ${files.length} mapped`,
    };
  },
  review: (f) => ({
    isDone: f.counts.clients > 0 && f.counts.invalid === 0 && f.counts.unchecked === 0,
    fact: reviewFact(f),
  }),
  plan: (f) => ({ isDone: f.hasPlan, fact: f.hasPlan ? "Chosen" : "Not chosen" }),
  chunks: (f) => ({
    isDone:
      f.chunks.length > 0 &&
      f.counts.waiting === 0 &&
      f.chunks.every((chunk) => ["finished", "stopped"].includes(chunk.status)),
    fact: f.chunks.length === 0 ? "None yet" : count(f.chunks.length, "chunk"),
  }),
  records: (f) => ({
    isDone: f.counts.clients > 0 && f.counts.created + f.counts.excluded === f.counts.clients,
    fact: `${f.counts.created.toLocaleString("en-GB")} created`,
  }),
  report: (f) => ({
    isDone: false,
    fact:
      f.counts.failed + f.counts.refused === 0
        ? "No failures"
        : `${count(f.counts.failed + f.counts.refused, "client")} not created`,
  }),
};

/** The stepper: each stage with a line of facts; the current one is where the next move is. */
export function stageStates(facts: Facts): StageState[] {
  const current = whoseMove(facts).stage;
  return stages.map(({ slug, label }) => {
    const { isDone, fact } = tell[slug](facts);
    const state = isDone ? "done" : "waiting";
    return { slug, label, fact, state: slug === current ? "current" : state };
  });
}

function reviewFact({ counts, invalidAssociates }: Facts): string {
  if (counts.clients === 0) return "Nothing checked";
  if (counts.invalid > 0) return `${count(counts.invalid, "client")} with errors`;
  return invalidAssociates === 0 ? "No errors" : `${count(invalidAssociates, "associate")} with errors`;
}
