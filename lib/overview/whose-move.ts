import { count, type Facts, filesOf } from "./facts.ts";

export type WhoseMove = { who: string; what: string; stage: string };

type Rule = { applies: (facts: Facts) => boolean; move: (facts: Facts) => WhoseMove };

const chunkIn = (facts: Facts, ...statuses: string[]) => facts.chunks.find((chunk) => statuses.includes(chunk.status));
const unfinished = (facts: Facts) => facts.counts.waiting;

/** First rule that applies, in order of urgency: what needs a person now comes before what merely comes next. */
const rules: readonly Rule[] = [
  {
    applies: (f) => f.counts.uncertain > 0,
    move: (f) => ({
      who: "The panel",
      what: `${count(f.counts.uncertain, "client")} with a lost answer: being looked up in Passfort.`,
      stage: "records",
    }),
  },
  {
    applies: (f) => !!chunkIn(f, "running"),
    move: (f) => ({
      who: "The panel",
      what: `Chunk ${chunkIn(f, "running")?.number} is being sent. Watch it, or pause it at any time.`,
      stage: "chunks",
    }),
  },
  {
    applies: (f) => !!chunkIn(f, "pausing", "stopping"),
    move: (f) => ({
      who: "The panel",
      what: `Chunk ${chunkIn(f, "pausing", "stopping")?.number} is coming to rest; calls in flight end first.`,
      stage: "chunks",
    }),
  },
  {
    applies: (f) => !!chunkIn(f, "paused"),
    move: (f) => ({
      who: "An operator",
      what: `Chunk ${chunkIn(f, "paused")?.number} is paused: resume it, or stop it.`,
      stage: "chunks",
    }),
  },
  {
    applies: (f) => !!chunkIn(f, "approved"),
    move: (f) => ({
      who: "An operator",
      what: `Chunk ${chunkIn(f, "approved")?.number} is approved: launch it by typing the count.`,
      stage: "chunks",
    }),
  },
  {
    applies: (f) => !!chunkIn(f, "submitted"),
    move: (f) => ({
      who: "An approver",
      what: `Chunk ${chunkIn(f, "submitted")?.number} waits for a second person to approve it.`,
      stage: "chunks",
    }),
  },
  {
    applies: (f) => !!chunkIn(f, "draft"),
    move: (f) => ({
      who: "An operator",
      what: `Chunk ${chunkIn(f, "draft")?.number} is drafted: check it and submit it for approval.`,
      stage: "chunks",
    }),
  },
  {
    applies: (f) => filesOf(f).length === 0,
    move: () => ({ who: "An operator", what: "Upload the first export of the legacy system.", stage: "files" }),
  },
  {
    applies: (f) => filesOf(f).some((file) => file.status === "unreadable"),
    move: () => ({
      who: "An operator",
      what: "A file could not be read: see why, and upload it again.",
      stage: "files",
    }),
  },
  {
    applies: (f) => filesOf(f).some((file) => file.status !== "parsed"),
    move: () => ({ who: "The panel", what: "Reading the uploaded files.", stage: "files" }),
  },
  {
    applies: (f) => filesOf(f).some((file) => file.mappingVersion === null),
    move: (f) => ({
      who: "An operator",
      what: `Map the columns of ${count(filesOf(f).filter((file) => file.mappingVersion === null).length, "file")}.`,
      stage: "mapping",
    }),
  },
  {
    applies: (f) => filesOf(f).some((file) => file.isChecking),
    move: () => ({ who: "The panel", what: "Checking every row.", stage: "review" }),
  },
  {
    applies: (f) => f.counts.invalid > 0,
    move: (f) => ({
      who: "An operator",
      what: `Settle ${count(f.counts.invalid, "client")} with errors: correct the mapping, or exclude them with a reason.`,
      stage: "review",
    }),
  },
  {
    applies: (f) => !f.hasPlan,
    move: () => ({ who: "An operator", what: "Choose the track, the products and the tags.", stage: "plan" }),
  },
  {
    applies: (f) => unfinished(f) > 0,
    move: (f) => ({
      who: "An operator",
      what: `Draft a chunk: ${count(f.counts.waiting, "client")} ready and waiting.`,
      stage: "chunks",
    }),
  },
  {
    applies: (f) => f.counts.failed + f.counts.refused > 0,
    move: (f) => ({
      who: "An operator",
      what: `${count(f.counts.failed + f.counts.refused, "client")} not created: see why, send failed ones again, or correct refused ones.`,
      stage: "report",
    }),
  },
  {
    applies: (f) => f.withGaps > 0,
    move: (f) => ({
      who: "An operator",
      what: `${count(f.withGaps, "created client")} with gaps: send what is missing again, or correct it and draft a correction chunk.`,
      stage: "chunks",
    }),
  },
];

/** Whose move it is and what it is, derived from the facts. */
export function whoseMove(facts: Facts): WhoseMove {
  const rule = rules.find((candidate) => candidate.applies(facts));
  return rule
    ? rule.move(facts)
    : { who: "Nobody", what: "Every client is accounted for. The report says how.", stage: "report" };
}
