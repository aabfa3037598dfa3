import { existsSync, readFileSync } from "node:fs";

/**
 * How many passed and failed, from the report a test runner wrote. A runner that ended badly without a failed test of its
 * own (a suite that did not load, a crash, an unhandled error) counts as one failure: a red run never looks green.
 * @param {"vitest" | "playwright"} runner
 * @param {string} file
 * @param {boolean} isGood the runner's own verdict
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function counted(runner, file, isGood) {
  const told = existsSync(file)
    ? readers[runner](JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 0, skipped: 0 };
  return !isGood && told.failed === 0 ? { ...told, failed: 1 } : told;
}

const readers = {
  vitest: (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
  playwright: ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }),
};
