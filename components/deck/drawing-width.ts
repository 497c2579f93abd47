import type { ImageSize } from '../images/measure';
import type { SlideShape } from './deck-input';
import { emuPerInch, fitPicture } from './fit-picture';
import { slideLayout, slideWidth } from './slide-layout';

/** Pixels that a drawing has to be wide, to be sharp on a screen that shows its slide `screenWidth` pixels wide. */
export function drawingWidth(shape: SlideShape, size: ImageSize, screenWidth: number): number {
  const { cx } = fitPicture(slideLayout(shape).picture, size, true);
  return Math.ceil((cx * screenWidth) / (slideWidth(shape) * emuPerInch));
}
