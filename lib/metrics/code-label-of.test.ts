import { expect, test } from "vitest";
import { codeLabelOf } from "./code-label-of.ts";

test("a code that is known is told, and whatever else stands in its place is not", () => {
  expect(["201", "http_429", "connection_lost", "worker_died"].map(codeLabelOf)).toEqual([
    "201",
    "http_429",
    "connection_lost",
    "worker_died",
  ]);
  for (const code of [null, "", "9999", "http_200 Olivia", "Olivia Person", "constructor", "201 "])
    expect(codeLabelOf(code)).toBe("other");
});
