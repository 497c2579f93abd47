import type { ImageSize } from './measure';
import { svgStartTag } from './svg-start-tag';

/** CSS pixels in one of each unit. `em` and `ex` as a browser takes them that draws an SVG by itself. */
const unitPixels: Record<string, number> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  em: 16,
  rem: 16,
  ex: 8,
};

/** Beyond this no canvas could draw it, and a number of this size is a mistake or an attack. */
const maxPixels = 1_000_000;

/**
 * `width` and `height` of the root element; one that is missing or in per cent is filled in from the `viewBox`.
 *
 * @returns CSS pixels, rounded up; undefined when neither says.
 */
export function measureSvg(bytes: Uint8Array): ImageSize | undefined {
  const tag = svgStartTag(bytes);
  if (tag === undefined) return undefined;
  const width = parseLength(readAttribute(tag, 'width'));
  const height = parseLength(readAttribute(tag, 'height'));
  if (width !== undefined && height !== undefined) return toSize(width, height);
  const box = parseViewBox(readAttribute(tag, 'viewBox'));
  if (box === undefined) return undefined;
  if (width !== undefined) return toSize(width, (width * box.height) / box.width);
  if (height !== undefined) return toSize((height * box.width) / box.height, height);
  return toSize(box.width, box.height);
}

function toSize(width: number, height: number): ImageSize | undefined {
  const size = { width: Math.ceil(width - 1e-6), height: Math.ceil(height - 1e-6) };
  return size.width <= maxPixels && size.height <= maxPixels ? size : undefined;
}

/**
 * The value of an attribute in a start tag. Values are skipped as a whole, so none can pose as a name; a name
 * begins after a space only, so a hostile tag cannot make the search quadratic.
 */
function readAttribute(tag: string, wanted: string): string | undefined {
  for (const [, name, double, single] of tag.matchAll(
    /(?<=\s)([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (name === wanted) return double ?? single;
  }
  return undefined;
}

function parseLength(value: string | undefined): number | undefined {
  const match = /^\s*\+?(\d{0,12}(?:\.\d{0,12})?(?:[eE][+-]?\d{1,3})?)\s*([a-zA-Z]{0,3})\s*$/.exec(
    value ?? '',
  );
  const pixels = Number(match?.[1] || NaN) * (unitPixels[match?.[2]?.toLowerCase() || 'px'] ?? NaN);
  return Number.isFinite(pixels) && pixels > 0 ? pixels : undefined;
}

function parseViewBox(value: string | undefined): ImageSize | undefined {
  const [, , width = NaN, height = NaN, ...rest] = (value ?? '')
    .trim()
    .split(/[\s,]+/, 5)
    .map(Number);
  return width > 0 && height > 0 && rest.length === 0 ? { width, height } : undefined;
}
