import type { ImageSize } from '../images/measure';
import type { Box } from './slide-layout';

/** A frame on a slide in English Metric Units, of which an inch has 914,400: whole numbers. */
export interface Frame {
  x: number;
  y: number;
  cx: number;
  cy: number;
}

export const emuPerInch = 914_400;

/** A pixel is never shown larger than a point: a small picture stays small rather than blurred. */
const emuPerPixel = emuPerInch / 72;

/** The largest frame of the picture's proportions in the middle of `box`; a vector may be any size. */
export function fitPicture(box: Box, { width, height }: ImageSize, isVector: boolean): Frame {
  const room = { cx: box.w * emuPerInch, cy: box.h * emuPerInch };
  const fitting = Math.min(room.cx / width, room.cy / height);
  const scale = isVector ? fitting : Math.min(fitting, emuPerPixel);
  const cx = Math.max(1, Math.round(width * scale));
  const cy = Math.max(1, Math.round(height * scale));
  return {
    x: Math.round(box.x * emuPerInch + (room.cx - cx) / 2),
    y: Math.round(box.y * emuPerInch + (room.cy - cy) / 2),
    cx,
    cy,
  };
}
