import { mkdir, rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { rememberBrowser } from './browser-of';
import type { ExtensionInChromium } from './launch-extension';
import { signInFrom } from './sign-in-from';

/** The extension's own API, as its pages see it. */
declare const chrome: {
  runtime: { reload(): void; getManifest(): { permissions: string[]; host_permissions: string[] } };
  permissions: {
    getAll(): Promise<{ permissions: string[]; origins: string[] }>;
    remove(permissions: object): Promise<boolean>;
  };
  downloads: {
    search(query: object): Promise<{ id: number }[]>;
    cancel(id: number): Promise<void>;
    erase(query: object): Promise<number[]>;
  };
  scripting: { unregisterContentScripts(): Promise<void> };
  alarms: { clearAll(): Promise<boolean> };
  storage: Record<'local' | 'session', { clear(): Promise<void> }>;
};

/**
 * Takes away all that a test has left in a browser and in the extension, and starts the extension anew, signed in with
 * `token` where there is one. It costs a fifth of what a new browser does. What the browser itself remembers of a
 * server in trouble stays: a test of that needs a browser of its own.
 */
export async function renewExtension(
  browser: ExtensionInChromium,
  token: string | undefined,
): Promise<ExtensionInChromium> {
  const { context, downloads, origin } = browser;
  const page = await context.newPage();
  const others = context.pages().filter((each) => each !== page);
  await Promise.all(others.map((each) => each.close()));
  await context.unrouteAll();
  await Promise.all([context.clearCookies(), context.clearPermissions(), context.setOffline(false)]);

  // The extension closes its own pages when it goes: with this one the browser would go as well.
  const inside = await context.newPage();
  await inside.goto(bareFile(origin));
  await inside.bringToFront();
  await inside.evaluate(forgetAll);
  await clearData(page, origin);
  const started = context.waitForEvent('serviceworker');
  await inside.evaluate(() => chrome.runtime.reload()).catch(() => {});
  const worker = await started;
  await rm(downloads, { recursive: true, force: true });
  await mkdir(downloads);

  if (token !== undefined) {
    await page.goto(bareFile(origin));
    await signInFrom(page, 'feishu', token);
  }
  await page.goto('about:blank');
  return rememberBrowser({ ...browser, worker });
}

/** The extension's API is there in any file of it, also in one that draws nothing and asks for nothing. */
const bareFile = (origin: string): string => `${origin}/manifest.json`;

/** Runs in a page of the extension. */
async function forgetAll(): Promise<void> {
  for (const { id } of await chrome.downloads.search({ state: 'in_progress' })) {
    await chrome.downloads.cancel(id);
  }
  await chrome.downloads.erase({});
  await chrome.alarms.clearAll();
  await chrome.scripting.unregisterContentScripts();
  const required = chrome.runtime.getManifest();
  const granted = await chrome.permissions.getAll();
  await chrome.permissions.remove({
    permissions: granted.permissions.filter((name) => !required.permissions.includes(name)),
    origins: granted.origins.filter((pattern) => !required.host_permissions.includes(pattern)),
  });
  // A picture would be taken for that of the next test.
  await navigator.clipboard.writeText('');
  await chrome.storage.local.clear();
  await chrome.storage.session.clear();
}

async function clearData(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'indexeddb,local_storage,cache_storage',
  });
  await session.send('Network.clearBrowserCache');
  await session.detach();
}
