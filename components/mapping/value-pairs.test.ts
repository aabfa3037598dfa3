import { expect, test } from "vitest";
import { mappedTo, type ValuesStep, withTarget, withValueMap } from "./value-pairs.ts";

const map = (pairs: ValuesStep["pairs"]): ValuesStep => ({ kind: "values", pairs, otherwise: "keep" });

test("many values get one target at once; those already in the map keep their place, whatever their spelling", () => {
  const step = withTarget(map([{ from: " uk", to: "" }]), ["UK", "Holland"], "GBR");
  expect(step.pairs).toEqual([
    { from: " uk", to: "GBR" },
    { from: "Holland", to: "GBR" },
  ]);
  expect([mappedTo(step, "U K"), mappedTo(step, "holland ")]).toEqual([undefined, "GBR"]);
  expect(withTarget(step, ["uk"], undefined).pairs).toEqual([{ from: "Holland", to: "GBR" }]);
});

test("nothing is an answer, and is told apart from having none", () => {
  const step = withTarget(map([]), ["n/a"], "");
  expect([mappedTo(step, "N/A"), mappedTo(step, "x")]).toEqual(["", undefined]);
});

test("a value map goes in front of the step that reads its words, once", () => {
  const first = withValueMap([{ kind: "trim" }, { kind: "country" }]);
  expect([first.transforms.map(({ kind }) => kind), first.at]).toEqual([["trim", "values", "country"], 1]);
  expect(withValueMap(first.transforms).transforms).toEqual(first.transforms);
});
