import type { SlideShape } from './deck-input';

/** A box on a slide, in inches from its upper left corner. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Where things lie on a slide. */
export interface SlideLayout {
  /** What pptxgenjs calls a slide of this shape. */
  name: 'LAYOUT_WIDE' | 'LAYOUT_4x3';
  title: Box;
  picture: Box;
  footer: Box;
  coverTitle: Box;
  coverDate: Box;
}

/** Slides are as high as PowerPoint's own, whatever their shape. */
const height = 7.5;
const margin = 0.5;

/** How wide a slide is, in inches. */
export function slideWidth(shape: SlideShape): number {
  return shape === '16:9' ? 40 / 3 : 10;
}

/** The layout of slides of this shape. */
export function slideLayout(shape: SlideShape): SlideLayout {
  const w = slideWidth(shape) - 2 * margin;
  const box = (y: number, h: number): Box => ({ x: margin, y, w, h });
  return {
    name: shape === '16:9' ? 'LAYOUT_WIDE' : 'LAYOUT_4x3',
    title: box(0.3, 0.85),
    picture: box(1.25, height - 1.25 - 0.65),
    footer: box(height - 0.5, 0.3),
    coverTitle: box(2.3, 1.7),
    coverDate: box(4.1, 0.6),
  };
}
