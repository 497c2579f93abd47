import { expect, type Locator } from '@playwright/test';
import type { Desktop, ScreenWindow } from '../desktop';

declare const mozInnerScreenX: number;
declare const mozInnerScreenY: number;

/** Half the height of a line of the menu, in pixels. */
const half = 12;

/**
 * Right-clicks a board with the mouse and chooses in Firefox's own menu: in ours, which is its last line, the line
 * `index`.
 *
 * @param title of the document's window
 */
export async function chooseNatively(
  desktop: Desktop,
  board: Locator,
  title: string,
  index: number,
): Promise<void> {
  await board.scrollIntoViewIfNeeded();
  await desktop.raise(title);
  const known = new Set((await desktop.windows()).map(({ id }) => id));
  const opened = async (): Promise<ScreenWindow> => {
    const news = async (): Promise<ScreenWindow[]> =>
      (await desktop.windows()).filter(({ id, height }) => !known.has(id) && height > 2 * half);
    await expect.poll(async () => (await news()).length).toBe(1);
    const [menu] = await news();
    if (!menu) throw new Error('the menu is gone');
    known.add(menu.id);
    return menu;
  };
  const place = await board.evaluate((element) => {
    const { x, y } = element.getBoundingClientRect();
    return { x: x + mozInnerScreenX, y: y + mozInnerScreenY };
  });
  await desktop.click(place.x + 60, place.y + 40, 3);
  const menu = await opened();
  await desktop.click(menu.x + menu.width / 2, menu.y + menu.height - 1.5 * half);
  const ours = await opened();
  await desktop.click(ours.x + ours.width / 2, ours.y + (2 * index + 1.3) * half);
}
