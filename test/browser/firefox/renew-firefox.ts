import { mkdir, rm } from 'node:fs/promises';
import { signInFrom } from '../sign-in-from';
import type { ExtensionInFirefox } from './launch-firefox';

/** The extension's own API, as its pages see it. */
declare const chrome: {
  downloads: {
    search(query: object): Promise<{ id: number }[]>;
    cancel(id: number): Promise<void>;
    erase(query: object): Promise<number[]>;
  };
};

/**
 * Takes away all that a test has left in a Firefox, and has the extension in it as one that was just installed, signed
 * in with `token` where there is one. It costs a third of what a new Firefox does.
 */
export async function renewFirefox(
  browser: ExtensionInFirefox,
  token: string | undefined,
): Promise<ExtensionInFirefox> {
  const { context, downloads, worker } = browser;
  await worker.evaluate(forgetDownloads);
  // The one that Firefox started with has the size that tests expect, and without any Firefox would go.
  const [page = await context.newPage(), ...others] = context.pages();
  await Promise.all(others.map((each) => each.close()));
  await page.goto('about:blank');
  await context.unrouteAll();
  await context.clearCookies();
  // Firefox forgets what an extension has stored, and what it was permitted, when it is taken out.
  const renewed = await browser.reinstall();
  await rm(downloads, { recursive: true, force: true });
  await mkdir(downloads);
  if (token !== undefined) await signInFrom(renewed.worker, 'feishu', token);
  return renewed;
}

/** Runs in a page of the extension. */
async function forgetDownloads(): Promise<void> {
  for (const { id } of await chrome.downloads.search({ state: 'in_progress' })) {
    await chrome.downloads.cancel(id);
  }
  await chrome.downloads.erase({});
  // A picture would be taken for that of the next test.
  await navigator.clipboard.writeText('');
}
