/** Drawn for this product on a grid of 16 by 16, as the popup's icons are. */
const drawings = {
  check: 'm3 8.5 3.25 3.25L13 4.75',
  copy: 'M5.75 5.75h8.5v8.5h-8.5zM10.25 5.5V1.75h-8.5v8.5H5.5',
  drag: 'M6 3.5h.01M10 3.5h.01M6 8h.01M10 8h.01M6 12.5h.01M10 12.5h.01',
  retry: 'M13.25 8A5.25 5.25 0 1 1 11.5 4.1l1.75 1.65m0-3.5v3.5h-3.5',
  save: 'M8 1.75v8.5m-3.5-3.5L8 10.25l3.5-3.5M2.25 11v3.25h11.5V11',
  spinner: 'M8 1.75A6.25 6.25 0 1 1 1.75 8',
};

export type ToolbarIcon = keyof typeof drawings;

/** An icon for the eye only. Made of elements: the page's policy may forbid HTML text. */
export function toolbarIcon(page: Document, name: ToolbarIcon): SVGElement {
  const svg = page.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = page.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', drawings[name]);
  if (name === 'drag') path.setAttribute('stroke-width', '2.5');
  svg.append(path);
  return svg;
}
