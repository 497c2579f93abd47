import { canInstallDebianPackages, findOnPath, installDebianPackages } from './debian.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Programs of a desktop that the tests open our files with and paste into. Each with its Debian package.
 *
 * @type {Readonly<Record<string, string>>}
 */
const packages = {
  soffice: 'libreoffice-impress',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  Xvfb: 'xvfb',
  xdotool: 'xdotool',
  openbox: 'openbox',
  import: 'imagemagick',
};

/**
 * Installs those that are missing, where that is possible.
 *
 * @returns {Promise<string>} what was found or done
 */
export async function ensureDesktopTools() {
  const missing = missingPrograms();
  if (missing.length === 0) return 'all there';
  if (canInstallDebianPackages()) {
    await installDebianPackages([...new Set(missing.map((program) => packages[program] ?? program))]);
  }
  const left = missingPrograms();
  if (left.length === 0) return `installed ${missing.join(', ')}`;
  const names = [...new Set(left.map((program) => packages[program] ?? program))];
  throw new SetupError(`Install what these tests need; on Debian: apt-get install ${names.join(' ')}`);
}

function missingPrograms() {
  return Object.keys(packages).filter((program) => findOnPath(program) === undefined);
}
