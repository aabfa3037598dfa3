import { expect, test } from "vitest";
import { presetOf } from "./preset.ts";

const ramp = { kind: "ramp", status: "finished" } as const;

test("the ramp grows: 500 at 1 process, 1,000 at 3, then the rest at 5", () => {
  expect(presetOf("ramp", [], 90_000)).toEqual({ clients: 500, processes: 1 });
  expect(presetOf("ramp", [ramp], 90_000)).toEqual({ clients: 1000, processes: 3 });
  expect(presetOf("ramp", [ramp, ramp], 90_000)).toEqual({ clients: 90_000, processes: 5 });
  expect(presetOf("ramp", [ramp, ramp, ramp], 70_000)).toEqual({ clients: 70_000, processes: 5 });
});

test("a pilot or a demo test before it does not shorten the ramp", () => {
  expect(presetOf("ramp", [{ kind: "pilot", status: "finished" }], 90_000).clients).toBe(500);
});

test("a proposal is never larger than what is there", () => {
  expect(presetOf("ramp", [], 37).clients).toBe(37);
  expect(presetOf("demo_test", [], 0).clients).toBe(0);
});
