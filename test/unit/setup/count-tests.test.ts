import { expect, test } from 'vitest';
import { addCounts, closingLine, countTests } from '../../setup/count-tests.mjs';

const vitestReport = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
const playwrightReport = { stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 0 } };

test('reads the reports of both runners', () => {
  expect(countTests(vitestReport)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  expect(countTests(playwrightReport)).toEqual({ passed: 4, failed: 2, skipped: 0 });
});

test('sums up all runs in one closing line', () => {
  const total = addCounts([countTests(vitestReport), countTests(playwrightReport)]);
  expect(closingLine(total)).toBe('9 passed, 3 failed, 3 skipped');
  expect(closingLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed');
});
