import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addCounts, closingLine, countTestsInFile } from './count-tests.mjs';
import { projectFolder, runNpm, runScript } from './run-command.mjs';
import { runPlaywright, setUpForTests } from './run-e2e-tests.mjs';
import { SetupError } from './setup-error.mjs';
import { step } from './step.mjs';

/**
 * Everything: static checks, unit tests, both builds and what is held of them, end-to-end tests. A failing part
 * does not keep the later ones from running, as long as they can; the last line printed sums up the tests.
 *
 * @param {readonly string[]} args none
 * @returns {Promise<number>} exit code
 */
export async function runTests(args) {
  if (args.length > 0) {
    throw new SetupError(
      'npm test runs everything. For one part: npm run test:unit -- FILE, npm run test:e2e -- FILE.',
    );
  }
  const browsers = await setUpForTests();
  /** @type {string[]} */
  const failed = [];
  /** @type {import('./count-tests.mjs').TestCount[]} */
  const counts = [];

  /**
   * @param {string} name
   * @param {(report: string) => Promise<number>} run
   * @param {string} [report] file below the project's folder with the counts of its tests
   */
  const part = async (name, run, report) => {
    const path = join(projectFolder, report ?? 'test-results/none.json');
    await rm(path, { force: true });
    const code = await step(
      name,
      () => run(path),
      (result) => (result === 0 ? 'passed' : 'FAILED'),
    );
    if (code !== 0) failed.push(name);
    // At once: Playwright empties the folder of the reports when it starts.
    counts.push(await countTestsInFile(path));
    return code === 0;
  };

  await part('Static checks', () => runNpm(['run', '--silent', 'check']));
  await part('Unit tests', (report) => runVitest('test/vitest.config.ts', report), 'test-results/unit.json');
  const isBuilt = await part('Build', () => runNpm(['run', '--silent', 'build:all']));
  if (isBuilt) {
    await part(
      'Tests of the build',
      (report) => runVitest('test/build/vitest.config.ts', report),
      'test-results/build.json',
    );
    await part(
      'End-to-end tests',
      () => runPlaywright(browsers, ['--project=gallery', '--project=chromium', '--project=firefox']),
      'test-results/e2e.json',
    );
  }

  const total = addCounts(counts);
  if (total.passed + total.failed === 0) failed.push('no test ran');
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}.`);
  console.log(closingLine(total));
  return failed.length > 0 ? 1 : 0;
}

/**
 * @param {string} config path
 * @param {string} report path of the file that the counts go to
 */
function runVitest(config, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return runScript('vitest/vitest.mjs', ['run', '--config', config, ...reporters]);
}
