import { ensureChromium } from './ensure-chromium.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { runNpm, runScript } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { step } from './step.mjs';

/**
 * Sets up and builds, then starts the demo: the embedded Feishu and a browser with the extension in it.
 *
 * @param {readonly string[]} args for the demo, such as `--tour`
 * @returns {Promise<number>} its exit code
 */
export async function runDemo(args) {
  await step('Dependencies', ensureDependencies, (done) => done);
  const chromium = await step('Chromium', ensureChromium, (path) => path);
  const isBuilt = (await step('Build', () => runNpm(['run', '--silent', 'build']))) === 0;
  if (!isBuilt) throw new SetupError('The extension could not be built: see the message above.');
  return runScript('tsx/dist/cli.mjs', ['test/demo/main.ts', ...args], { BOARD_SAVER_CHROMIUM: chromium });
}
