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
  /** Puts the present build in its place, as an update does. The browser may be another one then. */
  update(): Promise<ExtensionBrowser>;
  close(): Promise<void>;
}

interface Launch {
  port: number;
  display: string | undefined;
  /** Firefox takes the update up between two starts, and not while it stays open as Chromium does. */
  restarts: boolean;
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
  const { browser, update } = await begin(launch, folder, extension);
  let last = browser;
  return {
    browser,
    async update() {
      await replace(extension, packaged[product]);
      last = await update();
      return last;
    },
    async close() {
      await last.close();
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

interface Begun {
  browser: ExtensionBrowser;
  /** Takes up what lies in the extension's folder now. */
  update(): Promise<ExtensionBrowser>;
}

async function beginInChromium({ port }: Launch, _folder: string, extension: string): Promise<Begun> {
  const browser = await launchExtension({ port, extension, firstRun: true });
  return {
    browser,
    async update() {
      const next = browser.context.waitForEvent('serviceworker');
      await browser.worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
      return { ...browser, worker: await next };
    },
  };
}

async function beginInFirefox(launch: Launch, folder: string, extension: string): Promise<Begun> {
  const options = { ...launch, extension, profile: join(folder, 'profile'), headless: false };
  const browser = await launchFirefox(options);
  return {
    browser,
    async update() {
      if (!launch.restarts) return browser.update(extension);
      // What is installed for a profile is looked at when Firefox starts.
      await browser.close();
      return launchFirefox(options);
    },
  };
}
