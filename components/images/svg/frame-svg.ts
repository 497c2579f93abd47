import type { ImageSize } from '../measure';
import type { Rect } from '../pixels';

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * A copy that names this size as its own. Firefox draws nothing when the root names none
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=700533).
 */
export function withSize(root: Element, own: ImageSize, { width, height }: ImageSize): Element {
  const copy = root.cloneNode(true);
  if (!(copy instanceof SVGElement)) return root;
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${own.width} ${own.height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  for (const property of ['width', 'height', 'min-width', 'min-height', 'max-width', 'max-height']) {
    copy.style.removeProperty(property);
  }
  return copy;
}

/** A drawing around the drawing, that shows a part of it, or more than it, over a background. */
export function frameSvg(
  root: Element,
  own: ImageSize,
  place: Rect = { x: 0, y: 0, ...own },
  background?: string,
): Element {
  const { x, y, width, height } = place;
  const frame = root.ownerDocument.createElementNS(svgNamespace, 'svg');
  frame.setAttribute('viewBox', [x, y, width, height].join(' '));
  frame.setAttribute('width', String(width));
  frame.setAttribute('height', String(height));
  if (background !== undefined) {
    const paper = root.ownerDocument.createElementNS(svgNamespace, 'rect');
    const values = { x, y, width, height, fill: background };
    for (const [name, value] of Object.entries(values)) paper.setAttribute(name, String(value));
    frame.append(paper);
  }
  frame.append(withSize(root, own, own));
  return frame;
}
