/**
 * Counts what vitest's JSON report tells. A file that could not even be loaded has no tests in it and counts as one
 * failure, and so does anything else that makes vitest fail without naming a test.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined} report
 * @param {boolean} isGood whether vitest itself ended well
 * @returns {{ passed: number, failed: number }}
 */
export function countVitest(report, isGood) {
  const unloaded = (report?.testResults ?? []).filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  );
  const failed = (report?.numFailedTests ?? 0) + unloaded.length;
  return { passed: report?.numPassedTests ?? 0, failed: failed === 0 && !isGood ? 1 : failed };
}
