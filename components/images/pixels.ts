import type { ImageSize } from './measure';

/** A rectangle of a picture; `x` and `y` are its upper left corner. */
export interface Rect extends ImageSize {
  x: number;
  y: number;
}

/** Pixels row by row, four bytes each: red, green, blue, opacity. */
export interface Pixels extends ImageSize {
  data: Uint8ClampedArray;
}

/** Red, green, blue and opacity, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** The pixel that starts at this byte. Whatever lies outside is transparent. */
export function colourAt(data: Uint8ClampedArray, at: number): Colour {
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
}

/** How far two colours are apart: the largest difference of a channel. What cannot be seen has no colour. */
export function colourDistance(one: Colour, other: Colour): number {
  const [r, g, b, a] = one;
  const alpha = Math.abs(a - other[3]);
  if (Math.max(a, other[3]) === 0) return 0;
  const seen = Math.min(a, other[3]) / 255;
  return Math.max(
    alpha,
    Math.abs(r - other[0]) * seen,
    Math.abs(g - other[1]) * seen,
    Math.abs(b - other[2]) * seen,
  );
}

/** As CSS writes it. */
export function cssColour([red, green, blue, alpha]: Colour): string {
  return `rgb(${red} ${green} ${blue} / ${alpha / 255})`;
}
