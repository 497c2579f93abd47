import { type Colour, colourAt, colourDistance, type Pixels, type Rect } from './pixels';

/** Colours that are no further apart than this are the same paper: JPEG leaves a haze around what is drawn. */
const paperTolerance = 20;

/** The colour of the paper, when at least three corners of a picture agree on it. A photograph has none. */
export function paperColour(corners: readonly Colour[]): Colour | undefined {
  const agreeing = (colour: Colour): number =>
    corners.filter((other) => colourDistance(colour, other) <= paperTolerance).length;
  return corners.find((colour) => agreeing(colour) >= 3);
}

/** The box around everything that is not paper, found strip by strip, so that no more than one need be held. */
export interface ContentBox {
  /** Looks through a strip that begins `top` rows below the picture's upper edge and `left` columns right of it. */
  add(strip: Pixels, top?: number, left?: number): void;
  /** Undefined as long as there is nothing but paper. */
  box(): Rect | undefined;
}

/** @param tolerance how far a colour may be from the paper's and count as paper, 0 to 255. */
export function createContentBox(paper: Colour, tolerance = paperTolerance): ContentBox {
  let left = Infinity;
  let top = Infinity;
  let right = -1;
  let bottom = -1;
  return {
    add({ width, height, data }, stripTop = 0, stripLeft = 0) {
      const isInk = (x: number, y: number): boolean =>
        colourDistance(colourAt(data, (y * width + x) * 4), paper) > tolerance;
      for (let y = 0; y < height; y += 1) {
        let first = 0;
        while (first < width && !isInk(first, y)) first += 1;
        if (first === width) continue;
        let last = width - 1;
        while (!isInk(last, y)) last -= 1;
        left = Math.min(left, stripLeft + first);
        right = Math.max(right, stripLeft + last);
        top = Math.min(top, stripTop + y);
        bottom = Math.max(bottom, stripTop + y);
      }
    },
    box: () =>
      right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
  };
}
