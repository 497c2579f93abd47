import { ensureDesktopTools } from './ensure-desktop-tools.mjs';
import { runNpm, runScript } from './run-command.mjs';
import { setUpForTests } from './run-e2e-tests.mjs';
import { SetupError } from './setup-error.mjs';
import { step } from './step.mjs';

/**
 * Sets up, builds, and runs the tests with programs of a real desktop. They take minutes and some 500 MB of
 * programs, so `npm test` leaves them out.
 *
 * @param {readonly string[]} args for Playwright, such as a file or `--grep`
 * @returns {Promise<number>} exit code
 */
export async function runDesktopTests(args) {
  const { chromium } = await setUpForTests();
  await step('Desktop programs', ensureDesktopTools, (done) => done);
  const isBuilt = (await step('Build', () => runNpm(['run', '--silent', 'build']))) === 0;
  if (!isBuilt) throw new SetupError('The extension could not be built: see the message above.');
  return runScript(
    '@playwright/test/cli.js',
    ['test', '--config', 'test/desktop/playwright.config.ts', ...args],
    {
      BOARD_SAVER_CHROMIUM: chromium,
    },
  );
}
