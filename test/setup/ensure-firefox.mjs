import { existsSync } from 'node:fs';
import { canInstallDebianPackages, findOnPath, installDebianPackages } from './debian.mjs';
import { outputOf } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/** The extended support release first: it is the oldest Firefox that must do. */
const programs = ['firefox-esr', 'firefox'];
const firefoxPackages = ['firefox-esr'];
const macApplication = '/Applications/Firefox.app/Contents/MacOS/firefox';
/** The first that the tests can drive: Playwright asks every Firefox for `network.addDataCollector`. */
const oldest = 143;

/**
 * Finds a Firefox, or installs Debian's as root, also in the place of one that is too old. The one that
 * `BOARD_SAVER_FIREFOX` names comes first.
 *
 * @returns {Promise<string>} path of its program
 */
export async function ensureFirefox() {
  const path = findFirefox() ?? (await installFirefox());
  if (path !== undefined) return path;
  throw new SetupError(
    `No Firefox ${oldest} or later was found and none could be installed: install one and set BOARD_SAVER_FIREFOX to the path of its program.`,
  );
}

/** Debian's package of it, if none is there. */
export function missingFirefoxPackages() {
  return findFirefox() === undefined ? firefoxPackages : [];
}

function findFirefox() {
  const named = process.env['BOARD_SAVER_FIREFOX'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) {
      throw new SetupError(`BOARD_SAVER_FIREFOX names a file that does not exist: ${named}`);
    }
    const problem = firefoxProblem(versionOf(named));
    if (problem !== undefined) throw new SetupError(`BOARD_SAVER_FIREFOX: ${problem}`);
    return named;
  }
  return [...programs.map(findOnPath), macApplication].find(
    (path) => path !== undefined && existsSync(path) && firefoxProblem(versionOf(path)) === undefined,
  );
}

/** @param {string} path */
function versionOf(path) {
  return outputOf(path, ['--version']);
}

/**
 * One sentence about a Firefox that is too old for the tests, or nothing; nothing as well about one that does not say.
 *
 * @param {string | undefined} version as it prints it, such as `Mozilla Firefox 153.8.0esr`
 * @returns {string | undefined}
 */
export function firefoxProblem(version) {
  const [, major] = /Firefox (\d+)\./.exec(version ?? '') ?? [];
  if (major === undefined || Number(major) >= oldest) return undefined;
  return `Firefox ${oldest} or later is needed for the tests, and this is ${major}.`;
}

async function installFirefox() {
  if (!canInstallDebianPackages()) return undefined;
  await installDebianPackages(firefoxPackages);
  return findFirefox();
}
