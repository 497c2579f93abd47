import { existsSync } from 'node:fs';
import { canInstallDebianPackages, findOnPath, installDebianPackages } from './debian.mjs';
import { SetupError } from './setup-error.mjs';

/** The extended support release first: it is the oldest Firefox that must do. */
const programs = ['firefox-esr', 'firefox'];
const firefoxPackages = ['firefox-esr'];
const macApplication = '/Applications/Firefox.app/Contents/MacOS/firefox';

/**
 * Finds a Firefox, or installs Debian's as root. The one that `BOARD_SAVER_FIREFOX` names comes first.
 *
 * @returns {Promise<string>} path of its program
 */
export async function ensureFirefox() {
  const path = findFirefox() ?? (await installFirefox());
  if (path !== undefined) return path;
  throw new SetupError(
    'No Firefox was found and none could be installed: install Firefox and set BOARD_SAVER_FIREFOX to the path of its program.',
  );
}

/** Debian's package of it, if none is there. */
export function missingFirefoxPackages() {
  return findFirefox() === undefined ? firefoxPackages : [];
}

function findFirefox() {
  const named = process.env['BOARD_SAVER_FIREFOX'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new SetupError(`BOARD_SAVER_FIREFOX names a file that does not exist: ${named}`);
  }
  return [...programs.map(findOnPath), macApplication].find((path) => path !== undefined && existsSync(path));
}

async function installFirefox() {
  if (!canInstallDebianPackages()) return undefined;
  await installDebianPackages(firefoxPackages);
  return findFirefox();
}
