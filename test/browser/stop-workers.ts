import type { Page } from '@playwright/test';

/** Stops the extension's service worker as the browser does when it wants its memory: at once, whatever it does. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
