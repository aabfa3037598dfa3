import { expect, test } from "vitest";
import { patienceWith } from "./patience.mjs";

const limits = { quickDeathsMax: 5, quickMs: 60_000 };
const quick = 100;
const long = 3_600_000;

test("after the fifth quick death in a row it gives up, and pauses longer before each try until then", () => {
  const patience = patienceWith(limits);
  const answers = Array.from({ length: 5 }, () => patience.died(quick));
  const pauses = answers.slice(0, 4).map((answer) => answer.afterMs);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(new Set(pauses).size).toBe(4);
  expect(answers.map(({ kind }) => kind)).toEqual(["again", "again", "again", "again", "give_up"]);
});

test("a long life forgives the quick deaths before it", () => {
  const patience = patienceWith(limits);
  for (let round = 0; round < 20; round += 1) {
    for (const life of [quick, quick, quick, long]) expect(patience.died(life).kind).toBe("again");
  }
});
