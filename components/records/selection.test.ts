import { expect, test } from "vitest";
import { countSelected, isSelected, nothingSelected, type Selection, withRange, withToggled } from "./selection.ts";

const order = ["a", "b", "c", "d", "e"];
const idsOf = (selection: Selection) => (selection.kind === "some" ? [...selection.ids] : "all");

test("records are chosen one by one, and let go again", () => {
  const two = withToggled(withToggled(nothingSelected, "a"), "c");
  expect(idsOf(two)).toEqual(["a", "c"]);
  expect(idsOf(withToggled(two, "a"))).toEqual(["c"]);
});

test("a range reaches from the record chosen last to this one, up or down, and keeps what was chosen before", () => {
  const last = withToggled(withToggled(nothingSelected, "a"), "d");
  expect(idsOf(withRange(last, "b", order))).toEqual(["a", "d", "b", "c"]);
  expect(idsOf(withRange(nothingSelected, "b", order))).toEqual(["b"]);
});

test("all means whatever fits the filter; choosing one of it afterwards means that one", () => {
  const all: Selection = { kind: "all" };
  expect([isSelected(all, "never read"), countSelected(all, 100_000)]).toEqual([true, 100_000]);
  expect(idsOf(withToggled(all, "b"))).toEqual(["b"]);
});
