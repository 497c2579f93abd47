import type { Page } from '@playwright/test';

/**
 * What of the words on a page cannot be read, by geometry: words that reach out of the window or of their button, that
 * are cut by what holds them and are told nowhere else, or that lie over others. One line for each.
 *
 * @param within name of an element whose open shadow is looked at, and nothing else
 */
export function findCutText(page: Page, within?: string): Promise<string[]> {
  return page.evaluate((host) => {
    interface Words {
      text: string;
      element: HTMLElement;
      /** Where it is, and what of it is to be seen. */
      boxes: { whole: DOMRect; seen: DOMRect }[];
    }
    const slack = 2;
    // The note that a change is kept floats for two seconds over whatever is in that corner.
    const apart = 'option, .visually-hidden, .saved-note, style, script';

    /** What of `box` its ancestors leave to be seen: lists scroll, and cut what is beyond them. */
    const clip = (box: DOMRect, from: Element): DOMRect => {
      let { left, right, top, bottom } = box;
      for (let at: Element | null = from; at; at = at.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(at);
        const bounds = at.getBoundingClientRect();
        if (overflowX !== 'visible')
          [left, right] = [Math.max(left, bounds.left), Math.min(right, bounds.right)];
        if (overflowY !== 'visible')
          [top, bottom] = [Math.max(top, bounds.top), Math.min(bottom, bounds.bottom)];
        if (position === 'fixed') break;
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    // What an open dialog or menu lies over is not there to be read.
    const shadow =
      host === null ? null : (document.querySelector(host)?.shadowRoot ?? document.createElement('p'));
    const over = shadow ?? [...document.querySelectorAll(':modal, :popover-open')].at(-1) ?? document.body;
    const texts: Words[] = [];
    const walker = document.createTreeWalker(over, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!element || text === '' || element.closest(apart)) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()]
        .map((whole) => ({ whole, seen: clip(whole, element) }))
        .filter(({ seen }) => seen.width > slack && seen.height > slack);
      if (boxes.length > 0) texts.push({ text: text.slice(0, 60), element, boxes });
    }

    const faults: string[] = [];
    const isToldElsewhere = (element: Element): boolean => element.closest('[title], [aria-label]') !== null;
    for (const { text, element, boxes } of texts) {
      const holder = element.closest('button, .button, label, kbd')?.getBoundingClientRect();
      for (const { whole, seen } of boxes) {
        if (seen.right > innerWidth + slack) faults.push(`out of the window: ${text}`);
        const isEllipsis = getComputedStyle(element).textOverflow === 'ellipsis';
        if (whole.width > seen.width + slack && !(isEllipsis && isToldElsewhere(element)))
          faults.push(`cut: ${text}`);
        if (holder && (whole.right > holder.right + slack || whole.left < holder.left - slack))
          faults.push(`out of its button: ${text}`);
      }
    }
    texts.forEach((one, at) => {
      for (const other of texts.slice(at + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const meets = one.boxes.some(({ seen: a }) =>
          other.boxes.some(
            ({ seen: b }) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2 * slack,
          ),
        );
        if (meets) faults.push(`over another: ${one.text} | ${other.text}`);
      }
    });
    return [...new Set(faults)];
  }, within ?? null);
}
