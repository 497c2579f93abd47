import { AppError } from '../errors';
import { svgDrawingSize, svgFallbackSize } from './canvas-limits';
import { type ImageSize, measureImage } from './measure';
import { toDataUrl } from './to-data-url';

/**
 * Draws an SVG as PNG, at twice its own size where a canvas allows it. Needs a DOM: popup, offscreen document, or the background page
 * of Firefox; no worker can decode SVG.
 *
 * Through a `data:` URL: with `<foreignObject>` inside, a `blob:` URL taints the canvas and a `data:` URL does
 * not. As an image, the SVG runs no script and loads nothing from outside.
 *
 * @throws `image-too-large-to-convert` before anything is drawn, `image-undecodable`
 */
export async function drawSvg(svg: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await svg.arrayBuffer());
  const size = svgDrawingSize(measureImage(bytes, 'image/svg+xml') ?? svgFallbackSize);
  const image = new Image();
  image.src = await toDataUrl(withSize(await svg.text(), size));
  try {
    await image.decode();
    const canvas = new OffscreenCanvas(size.width, size.height);
    canvas.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch (error) {
    throw new AppError('image-undecodable', {}, { cause: error });
  }
}

/**
 * Firefox draws nothing when the root element has no size of its own
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=700533), so it is given one; its `viewBox` does the rest.
 */
function withSize(text: string, { width, height }: ImageSize): string {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') throw new AppError('image-undecodable');
  const ownWidth = root.getAttribute('width');
  const ownHeight = root.getAttribute('height');
  if (isLength(ownWidth) && isLength(ownHeight)) return text;
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(root);
}

function isLength(value: string | null): boolean {
  return value !== null && value.trim() !== '' && !value.includes('%') && value.trim() !== 'auto';
}
