import { randomInt } from 'node:crypto';
import { ensureChromium } from './ensure-chromium.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureFirefox } from './ensure-firefox.mjs';
import { ensureTestTools } from './ensure-test-tools.mjs';
import { inScratchFolder } from './in-scratch-folder.mjs';
import { installAhead } from './install-ahead.mjs';
import { runNpm, runScript } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { step } from './step.mjs';

/**
 * Paths of programs.
 *
 * @typedef {{ chromium: string, firefox: string }} Browsers
 */

/**
 * Installs what is missing for the tests in a browser.
 *
 * @returns {Promise<Browsers>} what to test with
 */
export async function setUpForTests() {
  await Promise.all([
    step('Dependencies', ensureDependencies, (done) => done),
    step("Debian's packages", installAhead, (done) => done),
  ]);
  const chromium = await step('Chromium', ensureChromium, (path) => path);
  const firefox = await step('Firefox', ensureFirefox, (path) => path);
  await step('Test tools', ensureTestTools, (done) => done);
  return { chromium, firefox };
}

/**
 * Runs the end-to-end tests, and tells the seed of what is left to chance in them.
 *
 * @param {Browsers} browsers
 * @param {readonly string[]} args for Playwright, such as a file or `--grep`
 * @returns {Promise<number>} exit code
 */
export function runPlaywright({ chromium, firefox }, args) {
  const seed = process.env['CHAOS_SEED'] ?? String(randomInt(100_000));
  console.log(`CHAOS_SEED=${seed}`);
  return inScratchFolder((TMPDIR) =>
    runScript('@playwright/test/cli.js', ['test', '--config', 'test/e2e/playwright.config.ts', ...args], {
      BOARD_SAVER_CHROMIUM: chromium,
      BOARD_SAVER_FIREFOX: firefox,
      CHAOS_SEED: seed,
      TMPDIR,
    }),
  );
}

/**
 * Sets up, builds, and runs the end-to-end tests alone.
 *
 * @param {readonly string[]} args for Playwright
 * @returns {Promise<number>} exit code
 */
export async function runE2eTests(args) {
  const browsers = await setUpForTests();
  const isBuilt = (await step('Build', () => runNpm(['run', '--silent', 'build:all']))) === 0;
  if (!isBuilt) throw new SetupError('The extension could not be built: see the message above.');
  return runPlaywright(browsers, args);
}
