import { existsSync, realpathSync } from 'node:fs';
import { findOnPath } from './debian.mjs';
import { outputOf } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/** The system's own. Branded Chrome is left out: from version 137 on it ignores `--load-extension`. */
const programs = ['chromium', 'chromium-browser'];
const macApplication = '/Applications/Chromium.app/Contents/MacOS/Chromium';

/**
 * A Chromium that loads unpacked extensions: the one that `BOARD_SAVER_CHROMIUM` names, else Playwright's own,
 * else the system's.
 *
 * @returns {Promise<string | undefined>} path of its program
 * @throws {SetupError} when `BOARD_SAVER_CHROMIUM` names none
 */
export async function findChromium() {
  const named = process.env['BOARD_SAVER_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new SetupError(`BOARD_SAVER_CHROMIUM names a file that does not exist: ${named}`);
  }
  const candidates = [await playwrightsOwn(), ...programs.map(findOnPath), macApplication];
  return candidates.find((path) => path !== undefined && existsSync(path) && canStart(path));
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    return chromium.executablePath();
  } catch {
    return undefined; // Playwright has no Chromium for this system.
  }
}

/**
 * Whether the program starts and is a Chromium. Ubuntu's `chromium-browser` may only tell how to install a
 * snap, and a snap cannot read the profiles that the tests make in the temporary folder.
 *
 * @param {string} path
 */
function canStart(path) {
  if (process.platform === 'win32') return true; // There `--version` opens a window.
  if (/(^|\/)snap(\/|$)/.test(realpathSync(path))) return false;
  return /Chromium|Chrome for Testing/.test(outputOf(path, ['--version']) ?? '');
}
