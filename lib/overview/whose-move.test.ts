import { expect, test } from "vitest";
import type { Counts } from "../domain/counts.ts";
import type { Facts } from "./facts.ts";
import { stageStates } from "./stage-states.ts";
import { whoseMove } from "./whose-move.ts";

const zero: Counts = {
  clients: 0,
  excluded: 0,
  invalid: 0,
  unchecked: 0,
  waiting: 0,
  queued: 0,
  sending: 0,
  uncertain: 0,
  created: 0,
  failed: 0,
  refused: 0,
  withdrawn: 0,
};
const file = { status: "parsed" as const, rowCount: 10, mappingVersion: 1, isChecking: false };
const facts = (over: Partial<Facts>): Facts => ({
  counts: zero,
  withGaps: 0,
  invalidAssociates: 0,
  files: [],
  hasPlan: false,
  chunks: [],
  ...over,
});

test("a new migration asks for a file", () => {
  expect(whoseMove(facts({}))).toMatchObject({ who: "An operator", stage: "files" });
});

test("a submitted chunk is the approver's move, whatever else could be done", () => {
  const counts = { ...zero, clients: 10, waiting: 8, invalid: 2 };
  expect(
    whoseMove(facts({ files: [file], counts, hasPlan: true, chunks: [{ number: 1, status: "submitted" }] })),
  ).toMatchObject({ who: "An approver", stage: "chunks" });
});

test("clients with errors come before the plan", () => {
  expect(whoseMove(facts({ files: [file], counts: { ...zero, clients: 10, waiting: 7, invalid: 3 } })).stage).toBe(
    "review",
  );
});

test("when all is accounted for it is nobody's move", () => {
  const all = facts({
    files: [file],
    hasPlan: true,
    counts: { ...zero, clients: 10, created: 9, excluded: 1 },
    chunks: [{ number: 1, status: "finished" }],
  });
  expect(whoseMove(all).who).toBe("Nobody");
  expect(whoseMove({ ...all, withGaps: 2 })).toMatchObject({ who: "An operator", stage: "chunks" });
  expect(
    stageStates(all)
      .filter((stage) => stage.state === "done")
      .map((stage) => stage.slug),
  ).toEqual(["files", "mapping", "review", "plan", "chunks", "records"]);
});

test("a withdrawn file is not waited for", () => {
  expect(whoseMove(facts({ files: [{ ...file, status: "withdrawn", mappingVersion: null }] })).stage).toBe("files");
});

test("exactly one stage is current", () => {
  expect(stageStates(facts({ files: [file] })).filter((stage) => stage.state === "current")).toHaveLength(1);
});
