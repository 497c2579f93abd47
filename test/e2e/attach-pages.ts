import type { TestInfo } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch-extension';

/** A page that does not answer within this time, in ms, is told of as such. */
const patienceMs = 3000;

/** Writes into the report of a test that failed what stood on each page then: a fault that is rare is seen once. */
export async function attachPages({ context }: ExtensionBrowser, testInfo: TestInfo): Promise<void> {
  const told = context.pages().map(async (page) => {
    const text = await page
      .locator('body')
      .innerText({ timeout: patienceMs })
      .catch((error: unknown) => `(${String(error)})`);
    return `${page.url()}\n${text.replaceAll(/\s*\n\s*/g, ' | ').slice(0, 600)}`;
  });
  const body = (await Promise.all(told)).join('\n\n');
  await testInfo.attach('pages', { body, contentType: 'text/plain' });
}
