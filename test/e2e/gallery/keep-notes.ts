import type { Page } from '@playwright/test';

/** From when on a wait is one that somebody is given to read something, in ms. */
const readFor = 2000;

/** Has a page keep what it would take away by itself after a while: a machine that is slow comes later to its picture. */
export function keepNotes(page: Page): Promise<void> {
  return page.evaluate((longest) => {
    const { setTimeout: start } = window;
    const startShort = (run: () => void, delay?: number): number =>
      (delay ?? 0) < longest ? start(run, delay) : 0;
    Object.assign(window, { setTimeout: startShort });
  }, readFor);
}
