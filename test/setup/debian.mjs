import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';

/** Whether this is Debian itself and we may install packages. (Ubuntu's `chromium` package is a snap.) */
export function canInstallDebianPackages() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** For another installation to end, in seconds. */
const longestWait = 300;

/** @type {Promise<number> | undefined} */
let update;

/**
 * Installs Debian packages after one `apt-get update`.
 *
 * @param {readonly string[]} names
 * @returns {Promise<boolean>} whether that worked
 */
export async function installDebianPackages(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`» apt-get install ${names.join(' ')}`);
  update ??= runCommand('apt-get', ['update', '-qq'], env, { quiet: true });
  if ((await update) !== 0) return false;
  // Another installation may be under way, such as the one that a fresh system does by itself.
  const options = ['-o', 'Dpkg::Use-Pty=0', '-o', `DPkg::Lock::Timeout=${longestWait}`];
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...options, ...names];
  return (await runCommand('apt-get', install, env, { quiet: true })) === 0;
}

/**
 * Where a program lies on the search path.
 *
 * @param {string} program
 * @returns {string | undefined}
 */
export function findOnPath(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
