import { canInstallDebianPackages, findOnPath, installDebianPackages } from './debian.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Programs that single end-to-end tests use: the native context menu needs a display of its own, a window
 * manager and a keyboard; archives are opened by `unzip -t`. Each with its Debian package.
 *
 * @type {Readonly<Record<string, string>>}
 */
const packages = {
  Xvfb: 'xvfb',
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
  xdotool: 'xdotool',
  openbox: 'openbox',
  unzip: 'unzip',
  '7z': 'p7zip-full',
  python3: 'python3',
};

/**
 * Installs those that are missing, where that is possible. Elsewhere the tests that need one say so; on CI
 * nothing may be left out.
 *
 * @returns {Promise<string>} what was found or done
 */
export async function ensureTestTools() {
  const missing = missingPrograms();
  if (missing.length === 0) return 'all there';
  if (canInstallDebianPackages()) {
    await installDebianPackages(missingToolPackages());
  }
  const left = missingPrograms();
  if (left.length === 0) return `installed ${missing.join(', ')}`;
  if (process.env['CI']) throw new SetupError(`Install what the tests need: ${left.join(', ')}.`);
  return `without ${left.join(', ')}, some tests will be left out`;
}

/** Debian's packages of those that are missing. */
export function missingToolPackages() {
  return [...new Set(missingPrograms().map((program) => packages[program] ?? program))];
}

function missingPrograms() {
  return Object.keys(packages).filter((program) => findOnPath(program) === undefined);
}
