import { expect, test } from "vitest";
import { countPlaywright } from "./count-playwright.mjs";
import { countVitest } from "./count-vitest.mjs";

const file = (status, ...assertions) => ({ status, assertionResults: assertions.map((each) => ({ status: each })) });

test("a test file that could not be loaded counts as a failure although it names no test", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [file("failed"), file("failed", "failed", "passed"), file("passed")],
  };
  expect(countVitest(report, false)).toEqual({ passed: 3, failed: 2 });
});

test("a runner that fails without naming a test is never counted as a success", () => {
  expect(countVitest(undefined, false)).toEqual({ passed: 0, failed: 1 });
  expect(countVitest({ numPassedTests: 5, numFailedTests: 0, testResults: [] }, false)).toEqual({
    passed: 5,
    failed: 1,
  });
  expect(countPlaywright(undefined, false)).toEqual({ passed: 0, failed: 1 });
});

test("a story that passed only sometimes failed", () => {
  expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1 } }, false)).toEqual({ passed: 4, failed: 2 });
});
