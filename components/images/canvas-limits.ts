import type { ImageSize } from './measure';

/** An SVG that says nothing of its size is drawn in the shape of a slide. */
export const svgFallbackSize: ImageSize = { width: 1280, height: 720 };

/**
 * What a conversion draws and decodes at most: a side that every browser can draw, and pixels that take a
 * quarter of a gigabyte, of which it holds two at a time. Beyond its own limits a canvas fails **silently**, so one
 * asks before drawing. Chromium: 65535 per side and 16384 × 16384 in area; Firefox: 32767 per side.
 */
export const conversionLimits = { maxSide: 16_384, maxPixels: 67_108_864 } as const;
