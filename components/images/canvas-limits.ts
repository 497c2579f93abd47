import { AppError } from '../errors';
import type { ImageSize } from './measure';

/**
 * What every browser can draw. Beyond it a canvas fails **silently**, so one asks before drawing. Chromium:
 * 65535 per side and 16384 × 16384 in area; Firefox: 32767 per side; 16384 per side is safe in both.
 */
const maxCanvasSide = 16_384;
const maxCanvasArea = 268_435_456;

/** @throws `image-too-large-to-convert` */
export function assertDrawable({ width, height }: ImageSize): void {
  if (width > maxCanvasSide || height > maxCanvasSide || width * height > maxCanvasArea) {
    throw new AppError('image-too-large-to-convert');
  }
}

/** An SVG that says nothing of its size is drawn in the shape of a slide. */
export const svgFallbackSize: ImageSize = { width: 1280, height: 720 };

/**
 * What a conversion draws and decodes at most: a side that every browser can draw, and pixels that take a
 * quarter of a gigabyte, of which it holds two at a time.
 */
export const conversionLimits = { maxSide: maxCanvasSide, maxPixels: 67_108_864 } as const;
