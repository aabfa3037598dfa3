import { expect, test } from "vitest";
import { attemptWords } from "./attempt-words.ts";

test("a call whose answer was lost shows no status it never had", () => {
  expect(attemptWords({ httpStatus: null, code: null, durationMs: null })).toBe("");
  expect(attemptWords({ httpStatus: null, code: "TIMEOUT", durationMs: 30_000 })).toBe(", 30.0 s, TIMEOUT");
});

test("a refused call shows how long it took, the HTTP status and the code, in this order", () => {
  expect(attemptWords({ httpStatus: 400, code: "INVALID", durationMs: 85 })).toBe(", 85 ms, HTTP 400, INVALID");
});
