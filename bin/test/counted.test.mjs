import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { counted } from "./counted.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "causeway-counted-"));
afterAll(() => rmSync(folder, { recursive: true }));
const report = (content) => {
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
};

test("a runner that crashed before it could report is a failure", () => {
  expect(counted("vitest", path.join(folder, "none.json"), false)).toMatchObject({ passed: 0, failed: 1 });
});

test("a run that ended badly although no test failed is not green", () => {
  expect(
    counted("vitest", report({ numPassedTests: 9, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }), false)
      .failed,
  ).toBe(1);
});

test("a story that needed a second try has failed", () => {
  expect(counted("playwright", report({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 } }), true)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
  });
});
