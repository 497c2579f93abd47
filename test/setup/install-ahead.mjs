import { canInstallDebianPackages, installDebianPackages } from './debian.mjs';
import { missingChromiumPackages } from './ensure-chromium.mjs';
import { missingFirefoxPackages } from './ensure-firefox.mjs';
import { missingToolPackages } from './ensure-test-tools.mjs';

/**
 * Installs in one go, as root on Debian, what the tests in browsers lack there. It needs nothing of npm's, so that both
 * can install at the same time; what could not be installed is seen to by those who ensure each of them.
 *
 * @returns {Promise<string>} what was done
 */
export async function installAhead() {
  if (!canInstallDebianPackages()) return 'looked for later';
  const missing = [
    ...(await missingChromiumPackages()),
    ...missingFirefoxPackages(),
    ...missingToolPackages(),
  ];
  if (missing.length === 0) return 'all there';
  return (await installDebianPackages(missing)) ? 'installed' : 'tried once more below';
}
