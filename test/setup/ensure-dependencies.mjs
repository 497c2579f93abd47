import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isInstallStale } from './is-install-stale.mjs';
import { projectFolder, runNpm } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Installs what `package-lock.json` names, unless it is installed already.
 *
 * @returns {Promise<string>} what was done
 */
export async function ensureDependencies() {
  const locked = await readLock('package-lock.json');
  if (locked === undefined) throw new SetupError('package-lock.json is missing or unreadable: restore it.');
  const installed = await readLock('node_modules/.package-lock.json');
  if (installed !== undefined && !isInstallStale(locked, installed)) return 'already installed';
  if ((await runNpm(['ci', '--no-audit', '--no-fund'])) === 0) return 'installed';
  throw new SetupError('npm could not install the dependencies: see its message above.');
}

/**
 * @param {string} path
 * @returns {Promise<import('./is-install-stale.mjs').LockFile | undefined>}
 */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(join(projectFolder, path), 'utf8'));
  } catch {
    return undefined;
  }
}
