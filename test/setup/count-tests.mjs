import { readFile } from 'node:fs/promises';

/**
 * How many tests a run executed, and how they ended.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} TestCount
 */

/**
 * Reads the counts out of a report as Vitest's or Playwright's JSON reporter writes it.
 *
 * @param {any} report
 * @returns {TestCount}
 */
export function countTests(report) {
  if (report.stats !== undefined) {
    const { expected, flaky, unexpected, skipped } = report.stats;
    return { passed: expected + flaky, failed: unexpected, skipped };
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/**
 * @param {string} path of a report; one that is missing counts nothing
 * @returns {Promise<TestCount>}
 */
export async function countTestsInFile(path) {
  try {
    return countTests(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/**
 * @param {readonly TestCount[]} counts
 * @returns {TestCount}
 */
export function addCounts(counts) {
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * The closing line of a run: `12 passed, 0 failed`.
 *
 * @param {TestCount} count
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
