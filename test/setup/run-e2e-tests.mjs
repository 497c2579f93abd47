import { ensureChromium } from './ensure-chromium.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureTestTools } from './ensure-test-tools.mjs';
import { runNpm, runScript } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { step } from './step.mjs';

/**
 * Installs what is missing for the tests in a browser.
 *
 * @returns {Promise<string>} path of the Chromium to test with
 */
export async function setUpForTests() {
  await step('Dependencies', ensureDependencies, (done) => done);
  const chromium = await step('Chromium', ensureChromium, (path) => path);
  await step('Test tools', ensureTestTools, (done) => done);
  return chromium;
}

/**
 * @param {string} chromium path of its program
 * @param {readonly string[]} args for Playwright, such as a file or `--grep`
 * @returns {Promise<number>} exit code
 */
export function runPlaywright(chromium, args) {
  return runScript(
    '@playwright/test/cli.js',
    ['test', '--config', 'test/e2e/playwright.config.ts', ...args],
    { BOARD_SAVER_CHROMIUM: chromium },
  );
}

/**
 * Sets up, builds, and runs the end-to-end tests alone.
 *
 * @param {readonly string[]} args for Playwright
 * @returns {Promise<number>} exit code
 */
export async function runE2eTests(args) {
  const chromium = await setUpForTests();
  const isBuilt = (await step('Build', () => runNpm(['run', '--silent', 'build']))) === 0;
  if (!isBuilt) throw new SetupError('The extension could not be built: see the message above.');
  return runPlaywright(chromium, args);
}
