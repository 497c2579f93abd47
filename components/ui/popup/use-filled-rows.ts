import { useEffect, useState } from 'preact/hooks';

/** Height of a row in CSS px, its line included; those with a long problem are higher. */
export const rowHeight = 65;
/** Height of what stands above and below the list, in CSS px, at the least. */
const heightAround = 140;
/** A popup is opened small, and grows to this height in CSS px. */
const popupHeight = 600;
/** Rows that are made in a part of a frame. */
const rowsAtATime = 40;

/** How many rows can be seen in the first frame, in a popup that has not yet its height. */
export function rowsInSight(windowHeight: number): number {
  return Math.ceil((Math.max(popupHeight, windowHeight) - heightAround) / rowHeight) + 1;
}

/**
 * How many rows, from the top, are in the document: in the first frame those that can be seen; the others follow when
 * nothing else is to be done, so that the browser's search, screen readers and keys find them all.
 * @param all whether all of them are needed now
 * @returns the number, and how to have so many at once
 */
export function useFilledRows(total: number, all: boolean): [number, (rows: number) => void] {
  const [filled, setFilled] = useState(() => rowsInSight(window.innerHeight));
  const atLeast = (rows: number): void => setFilled((last) => Math.max(last, rows));
  useEffect(() => {
    if (filled >= total) return undefined;
    return whenIdle(() => atLeast(filled + rowsAtATime));
  }, [filled, total]);
  return [all ? total : Math.min(total, filled), atLeast];
}

/** Safari has no idle callbacks. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(run, { timeout: 200 });
  return () => cancelIdleCallback(request);
}
