import { canInstallDebianPackages, installDebianPackages } from './debian.mjs';
import { findChromium } from './find-chromium.mjs';
import { outputOf, runScript } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

const fontPackages = ['fontconfig', 'fonts-noto-cjk'];
const chromiumPackages = ['chromium', 'fonts-liberation', ...fontPackages];

/**
 * Finds a Chromium, or installs one: Debian's as root, Playwright's otherwise.
 *
 * @returns {Promise<string>} path of its program
 */
export async function ensureChromium() {
  const path = (await findChromium()) ?? (await installChromium());
  if (path === undefined) {
    throw new SetupError(
      'No Chromium was found and none could be installed: install Chromium (not branded Chrome, which ignores --load-extension) and set BOARD_SAVER_CHROMIUM to the path of its program.',
    );
  }
  await ensureChineseFont();
  return path;
}

/** Debian's packages of it and of the font, those of them that are missing. */
export async function missingChromiumPackages() {
  if ((await findChromium()) === undefined) return chromiumPackages;
  return hasChineseFont() ? [] : fontPackages;
}

async function installChromium() {
  if (canInstallDebianPackages()) {
    await installDebianPackages(chromiumPackages);
  } else {
    // As root, Playwright also installs the libraries that its Chromium needs.
    const withLibraries = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
    await runScript('@playwright/test/cli.js', ['install', ...withLibraries, 'chromium']);
  }
  return findChromium();
}

/** The documents of the embedded Feishu and their boards hold Chinese text. */
async function ensureChineseFont() {
  if (hasChineseFont() || (canInstallDebianPackages() && (await installDebianPackages(fontPackages)))) return;
  console.log('» No font with Chinese characters was found: pictures will show boxes in their place.');
}

function hasChineseFont() {
  return process.platform !== 'linux' || (outputOf('fc-list', [':lang=zh-cn']) ?? '') !== '';
}
