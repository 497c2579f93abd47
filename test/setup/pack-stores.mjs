import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collectLicences } from './collect-licences.mjs';
import { packFolder } from './pack-folder.mjs';
import { projectFolder } from './run-command.mjs';

/** What is made, fetched or kept beside the sources, and so is no source. */
const notSources = new Set([
  '.git',
  '.output',
  '.wxt',
  'node_modules',
  'demo-output',
  'playwright-report',
  'test-results',
  'test/e2e/gallery/approved',
]);

/**
 * The package of a built extension as a store takes it.
 *
 * @param {string} folder such as `.output/chrome-mv3`
 * @returns {Promise<Buffer>}
 */
export function packForStore(folder) {
  return packFolder(folder, {
    add: { 'THIRD-PARTY-LICENCES.txt': collectLicences(projectFolder) },
    change: (path, content) => (path === 'manifest.json' ? withoutKey(content) : content),
  });
}

/**
 * What addons.mozilla.org asks for beside a minified package: all that it is built from.
 *
 * @param {string} folder the project's
 * @returns {Promise<Buffer>}
 */
export function packSources(folder) {
  return packFolder(folder, { leaveOut: (path) => notSources.has(path) || path.endsWith('.log') });
}

/**
 * Packs the builds of `.output` for each store, and says how large the packages are.
 *
 * @returns {Promise<void>}
 */
export async function packStores() {
  const { name, version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const output = join(projectFolder, '.output');
  const chromium = await packForStore(join(output, 'chrome-mv3'));
  const packages = {
    chrome: chromium,
    edge: chromium,
    firefox: await packForStore(join(output, 'firefox-mv3')),
    sources: await packSources(projectFolder),
  };
  const folder = join(output, 'stores');
  await mkdir(folder, { recursive: true });
  for (const [store, bytes] of Object.entries(packages)) {
    const file = `${name}-${version}-${store}.zip`;
    await writeFile(join(folder, file), bytes);
    console.log(`.output/stores/${file}`.padEnd(56), `${(bytes.length / 1000).toFixed(1)} kB`.padStart(10));
  }
}

/**
 * The stores of Chrome and Edge give an extension its key themselves, and take none.
 *
 * @param {Buffer} manifest
 */
function withoutKey(manifest) {
  const { key: _, ...rest } = JSON.parse(manifest.toString('utf8'));
  return JSON.stringify(rest);
}
