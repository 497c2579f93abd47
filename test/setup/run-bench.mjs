import { ensureChromium } from './ensure-chromium.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { runScript } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { step } from './step.mjs';

/**
 * Sets up, builds into a folder of its own, and measures.
 *
 * @param {readonly string[]} args for the benchmark, such as `--only NAME`
 * @returns {Promise<number>} its exit code
 */
export async function runBench(args) {
  await step('Dependencies', ensureDependencies, (done) => done);
  const chromium = await step('Chromium', ensureChromium, (path) => path);
  const build = () => runScript('wxt/bin/wxt.mjs', ['build', '--mode', 'bench']);
  if ((await step('Build', build)) !== 0) {
    throw new SetupError('The extension could not be built: see the message above.');
  }
  return runScript('tsx/dist/cli.mjs', ['test/bench/main.ts', ...args], { BOARD_SAVER_CHROMIUM: chromium });
}
