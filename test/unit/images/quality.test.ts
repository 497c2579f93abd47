import { describe, expect, it } from 'vitest';
import type { Colour, Pixels } from '../../../components/images/pixels';
import { judgePixels, type PictureFault } from '../../../components/images/quality';

const white: Colour = [255, 255, 255, 255];
const grey: Colour = [225, 225, 225, 255];
const ink: Colour = [30, 40, 90, 255];
const served = { width: 1600, height: 1200 };

function paint(colourAt: (x: number, y: number) => Colour, width = 120, height = 90): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 4);
  }
  return { width, height, data };
}
const within = (x: number, y: number, left: number, top: number, width: number, height: number): boolean =>
  x >= left && x < left + width && y >= top && y < top + height;

describe('judgePixels', () => {
  it.each<[string, Pixels, PictureFault[]]>([
    ['white all over', paint(() => white), ['blank']],
    ['nothing at all', paint(() => [0, 0, 0, 0]), ['blank']],
    ['white with the haze of a JPEG', paint((x) => [255 - (x % 7), 252, 255, 255]), ['blank']],
    ['one grey', paint(() => grey), ['single-colour']],
    ['a shape in the middle', paint((x, y) => (within(x, y, 30, 20, 50, 40) ? ink : white)), []],
    ['a shape on nothing', paint((x, y) => (within(x, y, 30, 20, 50, 40) ? ink : [0, 0, 0, 0])), []],
    ['a frame all around', paint((x, y) => (within(x, y, 3, 3, 114, 84) ? white : ink)), []],
    [
      'a thin line along the edge',
      paint((_, y) => (y === 0 ? ink : within(0, y, 0, 40, 1, 9) ? ink : white)),
      ['cut'],
    ],
    ['a bar from edge to edge', paint((_, y) => (y < 20 ? ink : white)), []],
    ['a shape over the left edge', paint((x, y) => (within(x, y, 0, 20, 50, 40) ? ink : white)), ['cut']],
    ['a shape over the lower edge', paint((x, y) => (within(x, y, 30, 60, 50, 40) ? ink : grey)), ['cut']],
    ['a photograph', paint((x, y) => [(x * 37) % 256, (y * 53) % 256, (x * y) % 256, 255]), []],
  ])('judges %s', (_, pixels, faults) => {
    expect(judgePixels(pixels, served)).toEqual(faults);
  });

  it('calls what is no larger than an icon tiny, and judges it all the same', () => {
    expect(
      judgePixels(
        paint(() => white, 72, 72),
        { width: 72, height: 72 },
      ),
    ).toEqual(['tiny', 'blank']);
    const shape = paint((x, y) => (within(x, y, 30, 20, 50, 40) ? ink : white));
    expect(judgePixels(shape, { width: 73, height: 20 })).toEqual([]);
  });

  it('bears pictures of one pixel and of one row', () => {
    expect(
      judgePixels(
        paint(() => ink, 1, 1),
        { width: 1, height: 1 },
      ),
    ).toEqual(['tiny', 'single-colour']);
    expect(
      judgePixels(
        paint((x) => (x < 5 ? ink : white), 90, 1),
        { width: 90, height: 1 },
      ),
    ).toEqual([]);
  });
});
