import type { Page } from '@playwright/test';

/** A part of a page, in CSS px from the corner of what is photographed. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What is not drawn alike in two runs, to the last pixel: boards' pictures, which are scaled while they come, and the bars
 * of what scrolls, which are as long as the list below is by then. That they are there, and where, is compared around them.
 */
export function unsteadyParts(page: Page): Promise<Part[]> {
  return page.evaluate(() => {
    const within = document.documentElement.getBoundingClientRect();
    const partOf = (left: number, top: number, right: number, bottom: number): Part[] =>
      left < right && top < bottom
        ? [{ x: left - within.left, y: top - within.top, width: right - left, height: bottom - top }]
        : [];
    /** As much of it as what scrolls around it lets through. */
    const seenPart = (image: HTMLImageElement): Part[] => {
      let { left, top, right, bottom } = image.getBoundingClientRect();
      for (let around = image.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowY === 'visible') continue;
        const edge = around.getBoundingClientRect();
        [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
        [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
      }
      return partOf(left, top, right, bottom);
    };
    return [...document.querySelectorAll<HTMLElement>('body, body *')].flatMap((element) => {
      if (element instanceof HTMLImageElement) return seenPart(element);
      const { top, right, bottom } = element.getBoundingClientRect();
      const bar = element.offsetWidth - element.clientWidth - 2 * element.clientLeft;
      const isScrolled = element.clientWidth > 0 && element.scrollHeight > element.clientHeight;
      return isScrolled ? partOf(right - bar, top, right, bottom) : [];
    });
  });
}
