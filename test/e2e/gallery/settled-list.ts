import { expect, type Page } from '@playwright/test';
import type { PopupPage } from '../../browser/popup-page';
import type { Words } from '../../browser/words';
import type { WindowSize } from './gallery-state';

/** In a window of this size all that can be seen has come: the list from the server, and the pictures of the rows in sight. */
export async function settledList({ page }: PopupPage, words: Words, size: WindowSize): Promise<Page> {
  await page.setViewportSize(size);
  await expect(page.locator('li[data-block-id]').first()).toBeVisible();
  await expect(page.getByText(words('popup_checking'))).toHaveCount(0);
  await expect.poll(() => rowsWithoutPicture(page), { timeout: 30_000 }).toBe(0);
  return page;
}

/** Of the rows in sight; the others have theirs when one gets there. */
export function rowsWithoutPicture(page: Page): Promise<number> {
  return page.evaluate(() => {
    const list = document.querySelector('.list')?.getBoundingClientRect();
    const isInSight = ({ top, bottom, height }: DOMRect): boolean =>
      list !== undefined && height > 0 && bottom > list.top && top < list.bottom;
    return [...document.querySelectorAll('li[data-block-id]')].filter(
      (row) => isInSight(row.getBoundingClientRect()) && !row.querySelector('img'),
    ).length;
  });
}
