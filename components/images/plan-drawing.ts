import type { ImageSize } from './measure';
import type { Rect } from './pixels';
import type { WantedSize } from './recipe';

export interface DrawingLimits {
  /** Pixels of the longer side. */
  maxSide: number;
  /** Pixels in all. */
  maxPixels: number;
}

/** Where what goes on the surface; whole pixels. */
export interface DrawingPlan extends ImageSize {
  /** The picture within its padding. */
  content: Rect;
  /** Pixels for each of the picture's own. */
  scale: number;
  /** Whether the scale is less than was asked for. */
  isLimited: boolean;
}

/**
 * How large a picture comes out, and where it lies in its padding.
 *
 * @param content size of what is drawn, in the picture's own pixels (they may be fractions)
 * @param padding on each side, in the picture's own pixels
 */
export function planDrawing(
  content: ImageSize,
  padding: number,
  size: WantedSize,
  { maxSide, maxPixels }: DrawingLimits,
): DrawingPlan {
  const width = content.width + 2 * padding;
  const height = content.height + 2 * padding;
  const wanted = 'scale' in size ? size.scale : size.width / width;
  const largest = Math.min(maxSide / Math.max(width, height), Math.sqrt(maxPixels / (width * height)));
  const scale = Math.min(wanted, largest);
  const exactWidth = 'width' in size && scale === wanted ? Math.round(size.width) : undefined;
  const rounded = place(content, padding, scale, Math.round, exactWidth);
  const fits =
    Math.max(rounded.width, rounded.height) <= maxSide && rounded.width * rounded.height <= maxPixels;
  const plan = fits ? rounded : place(content, padding, scale, Math.floor, undefined);
  return { ...plan, scale, isLimited: scale < wanted };
}

function place(
  content: ImageSize,
  padding: number,
  scale: number,
  round: (value: number) => number,
  exactWidth: number | undefined,
): ImageSize & { content: Rect } {
  const margin = round(padding * scale);
  const width = Math.max(
    1,
    exactWidth === undefined ? round(content.width * scale) : exactWidth - 2 * margin,
  );
  const height = Math.max(1, round(content.height * scale));
  return {
    width: width + 2 * margin,
    height: height + 2 * margin,
    content: { x: margin, y: margin, width, height },
  };
}

/** The largest size of the same shape within the limits, and never more than the size itself. */
export function shrinkToLimits(size: ImageSize, limits: DrawingLimits): ImageSize {
  const { width, height } = planDrawing(size, 0, { scale: 1 }, limits);
  return { width, height };
}
