import { expect, test } from "vitest";
import { maskText } from "./mask.ts";

test("a masked name keeps first letters only", () => {
  expect(maskText("Olivia van Example")).toBe("O••••• v•• E•••••");
});

test("a single letter is not shown as if it were the whole", () => {
  expect(maskText("X")).toBe("X•");
});

test("nothing stays nothing", () => {
  expect(maskText("")).toBe("");
});
