import type { Page } from '@playwright/test';
import { inOverlay } from './in-overlay';

/** A place in the window, in CSS pixels. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The toolbar that stands on a board. */
export interface ToolbarSeen {
  place: Place;
  isDark: boolean;
  /** How the buttons are called, how they do, and which one has the focus. */
  buttons: { label: string; state: string; place: Place; focused: boolean }[];
  /** What drags the picture out; there is none where copying is forbidden. */
  handle?: { state: string; draggable: boolean; place: Place };
}

/** The toolbar as it is drawn now; undefined while there is none to be seen. No script of the page can see this. */
export async function readToolbar(page: Page): Promise<ToolbarSeen | undefined> {
  return inOverlay(page, 'board-saver-toolbar', function read() {
    const bar = this.querySelector<HTMLElement>('.bar');
    const handle = this.querySelector<HTMLElement>('.handle');
    if (!bar || bar.style.visibility === 'hidden') return undefined;
    const place = (element: Element): Place => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    return {
      place: place(bar),
      isDark: bar.classList.contains('dark'),
      buttons: [...bar.querySelectorAll('button')].map((button) => ({
        label: button.textContent ?? '',
        state: button.className,
        place: place(button),
        focused: this.activeElement === button,
      })),
      ...(handle && {
        handle: {
          state: handle.className.replace('handle ', ''),
          draggable: handle.querySelector('img')?.draggable ?? false,
          place: place(handle),
        },
      }),
    };
  });
}

/** Where *Find in document* marks a board now. */
export async function readMark(page: Page): Promise<Place | undefined> {
  return inOverlay(page, 'board-saver-mark', function read() {
    const box = this.querySelector('div')?.getBoundingClientRect();
    return box && { x: box.x, y: box.y, width: box.width, height: box.height };
  });
}

/** Clicks the middle of a place. */
export async function clickAt(page: Page, { x, y, width, height }: Place): Promise<void> {
  await page.mouse.click(x + width / 2, y + height / 2);
}
