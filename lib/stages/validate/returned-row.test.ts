import { expect, test } from "vitest";
import { comparedCells, isEmptied } from "./returned-row.ts";

const shown = (cells: readonly string[], hidden: readonly number[] = []) => ({ cells, hidden: new Set(hidden) });
const compared = (base: string, now: string, came: string, hidden: readonly number[] = []) =>
  comparedCells({
    rowNumber: 1,
    base: shown([base]),
    now: shown([now], hidden),
    came: [{ column: 0, text: came }],
    problems: new Set(),
  }).map(({ verdict }) => verdict);

test.each([
  ["Ann", "Ann", "Ann", []],
  ["Ann", "Anne", "Ann", []],
  ["Ann", "Ann", "Anna", ["changed"]],
  ["Ann", "Anna", "Anna", ["already"]],
  ["Ann", "Anne", "Anna", ["conflict"]],
  ["Ann", "", "Anna", ["conflict"]],
  ["007", "8", "7", ["kept"]],
  ["Ann", "Ann", "#REF!", ["refused"]],
])("downloaded as %j, standing as %j, come back as %j: %j", (base, now, came, verdicts) => {
  expect(compared(base, now, came)).toEqual(verdicts);
});

test("where the client's page says what several cells make, a change of one of them is a conflict", () => {
  expect(compared("Ann", "Ann", "Anna", [0])).toEqual(["conflict"]);
});

test("a row is emptied when everything that stood in it is gone, and not when there was but one value", () => {
  const came = [0, 1, 2].map((column) => ({ column, text: " " }));
  expect(isEmptied({ base: shown(["a", "", "b"]), came })).toBe(true);
  expect(isEmptied({ base: shown(["a", "", ""]), came })).toBe(false);
  expect(isEmptied({ base: shown(["a", "b", ""]), came: [...came.slice(1), { column: 0, text: "a" }] })).toBe(false);
});
