import { ensureChromium } from './ensure-chromium.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { runNpm, runScript } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { step } from './step.mjs';

/**
 * Sets up and builds, then makes what the stores are told beside the packages: texts and screenshots.
 *
 * @returns {Promise<number>} the exit code
 */
export async function runListings() {
  await step('Dependencies', ensureDependencies, (done) => done);
  const chromium = await step('Chromium', ensureChromium, (path) => path);
  const isBuilt = (await step('Build', () => runNpm(['run', '--silent', 'build:all']))) === 0;
  if (!isBuilt) throw new SetupError('The extension could not be built: see the message above.');
  return runScript('tsx/dist/cli.mjs', ['test/store/main.ts'], { BOARD_SAVER_CHROMIUM: chromium });
}
