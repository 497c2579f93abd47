import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { launchFirefox } from '../browser/firefox/launch-firefox';
import { type ExtensionBrowser, launchExtension, type Product } from '../browser/launch-extension';

declare const chrome: { runtime: { reload(): void } };

/** A browser with an earlier version in it. */
export interface EarlierVersion {
  browser: ExtensionBrowser;
  /** Puts the present build in its place, as an update does; the browser is another one then. */
  update(): Promise<ExtensionBrowser>;
  close(): Promise<void>;
}

interface Launch {
  port: number;
  display: string | undefined;
}

const packaged = { chromium: 'chrome', firefox: 'firefox' } as const;

/** @param version whose package is in `earlier/`, as it was built then */
export async function launchEarlier(
  product: Product,
  version: string,
  launch: Launch,
): Promise<EarlierVersion> {
  const folder = await mkdtemp(join(tmpdir(), 'board-saver-'));
  const extension = join(folder, 'extension');
  await unpack(new URL(`earlier/${packaged[product]}-${version}.zip`, import.meta.url), extension);
  const begin = product === 'firefox' ? beginInFirefox : beginInChromium;
  let browser = await begin(launch, folder, extension);
  return {
    browser,
    async update() {
      await replace(extension, packaged[product]);
      browser = await (product === 'firefox'
        ? restartFirefox(browser, launch, folder, extension)
        : reloadChromium(browser));
      return browser;
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function unpack(archive: URL, folder: string): Promise<void> {
  for (const file of Object.values((await JSZip.loadAsync(await readFile(archive))).files)) {
    const path = join(folder, file.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await file.async('uint8array'));
  }
}

/** Without a key, as the stores have it: in Chromium the folder makes its id then. */
async function replace(folder: string, name: 'chrome' | 'firefox'): Promise<void> {
  await rm(folder, { recursive: true });
  const build = fileURLToPath(new URL(`../../.output/${name}-mv3`, import.meta.url));
  await cp(build, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { key: _key, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, JSON.stringify({ ...manifest, version: '999.0' }));
}

function beginInChromium({ port }: Launch, _folder: string, extension: string): Promise<ExtensionBrowser> {
  return launchExtension({ port, extension, firstRun: true });
}

async function reloadChromium(browser: ExtensionBrowser): Promise<ExtensionBrowser> {
  const next = browser.context.waitForEvent('serviceworker');
  await browser.worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
  return { ...browser, worker: await next };
}

function beginInFirefox(
  { port, display }: Launch,
  folder: string,
  extension: string,
): Promise<ExtensionBrowser> {
  return launchFirefox({ port, display, extension, profile: join(folder, 'profile'), headless: false });
}

/** What is installed for a profile is looked at when Firefox starts. */
async function restartFirefox(
  browser: ExtensionBrowser,
  ...again: Parameters<typeof beginInFirefox>
): Promise<ExtensionBrowser> {
  await browser.close();
  return beginInFirefox(...again);
}
