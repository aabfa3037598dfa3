/**
 * Counts what Playwright's JSON report tells; a run that fails without naming a story counts as one failure.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors?: unknown[] } | undefined} report
 * @param {boolean} isGood whether Playwright itself ended well
 * @returns {{ passed: number, failed: number }}
 */
export function countPlaywright(report, isGood) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  const failed = unexpected + flaky;
  return { passed: expected, failed: failed === 0 && !isGood ? 1 : failed };
}
