/** Pixels of the screen for one of the picture. */
const steps = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8];

/** The next step from `zoom`, which may lie between two: what fits is seldom a step of its own. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  // A hundredth more or less looks the same.
  const next =
    direction > 0 ? steps.find((step) => step > zoom * 1.01) : steps.findLast((step) => step < zoom / 1.01);
  return next ?? zoom;
}

/**
 * Where to scroll to, so that the middle of what is seen stays in the middle when the content grows.
 * @param offset how far it is scrolled, in CSS px
 * @param room how much is seen, in CSS px
 * @param growth by which the content's extent is multiplied
 */
export function scrollKeepingMiddle(offset: number, room: number, growth: number): number {
  return Math.max(0, (offset + room / 2) * growth - room / 2);
}
