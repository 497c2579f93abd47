import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Colour, Pixels } from '../../../components/images/pixels';
import { createContentBox, paperColour } from '../../../components/images/trim';

const white: Colour = [255, 255, 255, 255];
const black: Colour = [0, 0, 0, 255];
const none: Colour = [0, 0, 0, 0];

function paint(width: number, height: number, colourAt: (x: number, y: number) => Colour): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 4);
  }
  return { width, height, data };
}

const size = fc.integer({ min: 1, max: 24 });
const points = fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { minLength: 1, maxLength: 6 });

describe('the box around what is drawn', () => {
  it('is the smallest that holds every spot of ink, in one piece or in strips', () => {
    fc.assert(
      fc.property(size, size, points, fc.integer({ min: 1, max: 7 }), (width, height, spots, rows) => {
        const inked = spots.map(([x, y]) => [x % width, y % height] as const);
        const isInk = (x: number, y: number): boolean => inked.some(([a, b]) => a === x && b === y);
        const box = createContentBox(white);
        for (let top = 0; top < height; top += rows) {
          const strip = Math.min(rows, height - top);
          box.add(
            paint(width, strip, (x, y) => (isInk(x, top + y) ? black : white)),
            top,
          );
        }
        const xs = inked.map(([x]) => x);
        const ys = inked.map(([, y]) => y);
        const [x, y] = [Math.min(...xs), Math.min(...ys)];
        expect(box.box()).toEqual({ x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 });
      }),
    );
  });

  it('is none where there is nothing but paper, hazy or clear', () => {
    const hazy = createContentBox(white);
    hazy.add(paint(9, 9, (x, y) => [255 - ((x + y) % 12), 250, 255, 255]));
    expect(hazy.box()).toBeUndefined();
    const clear = createContentBox(none);
    clear.add(paint(9, 9, (x) => [x * 20, 0, 0, 0]));
    expect(clear.box()).toBeUndefined();
  });

  it('sees ink on nothing, and holes in paper', () => {
    const onNothing = createContentBox(none);
    onNothing.add(paint(5, 5, (x, y) => (x === 2 && y === 3 ? black : none)));
    expect(onNothing.box()).toEqual({ x: 2, y: 3, width: 1, height: 1 });
    const hole = createContentBox(white);
    hole.add(
      paint(5, 5, (x) => (x === 4 ? none : white)),
      10,
      20,
    );
    expect(hole.box()).toEqual({ x: 24, y: 10, width: 1, height: 5 });
  });
});

describe('the colour of the paper', () => {
  it('is what three corners agree on', () => {
    expect(paperColour([white, white, black, white])).toEqual(white);
    expect(paperColour([black, white, [250, 250, 250, 255], white])).toEqual(white);
    expect(paperColour([[9, 9, 9, 0], [80, 80, 80, 0], none, white])).toEqual([9, 9, 9, 0]);
  });

  it('is unknown where they do not', () => {
    expect(paperColour([white, black, white, black])).toBeUndefined();
    expect(paperColour([])).toBeUndefined();
  });
});
