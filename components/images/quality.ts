import { colourAt, colourDistance, type Colour, type Pixels } from './pixels';
import type { ImageSize } from './measure';

/** What can be the matter with a picture that came. */
export type PictureFault =
  /** The file ends before its picture does. What follows is told of files that are whole and decode. */
  | 'cut-short'
  /** Nothing on it: white or transparent all over. */
  | 'blank'
  /** One colour all over, and not white. */
  | 'single-colour'
  /** No larger than an icon. */
  | 'tiny'
  /** What is drawn goes on beyond an edge. */
  | 'cut';

/** Thumbnails that stand in for a picture are 72 × 72; no board is as small. */
const tinySide = 72;
/** Colours that are no further apart are one: JPEG leaves a haze. */
const haze = 12;
/** Ink differs from the paper at least by this. */
const inkFrom = 48;
/** So much of an edge at least is ink where something is cut: less is a line that ends there. */
const leastInk = 0.01;
/** A spot alone is nothing. */
const leastSpots = 2;
/** And not as much as this: an edge that is ink all along is a frame or a coloured ground. */
const mostInk = 0.9;
/** On a drawing so much of all edges is paper; a photograph has none, and nobody can tell where it is cut. */
const leastPaper = 0.6;

/**
 * What is the matter with a picture, by its pixels, which may be those of a smaller copy.
 *
 * @param served the size of the picture itself
 */
export function judgePixels(pixels: Pixels, served: ImageSize): PictureFault[] {
  const faults: PictureFault[] = [];
  if (Math.max(served.width, served.height) <= tinySide) faults.push('tiny');
  const only = singleColour(pixels);
  if (only !== undefined) return [...faults, isPaperWhite(only) ? 'blank' : 'single-colour'];
  if (isCut(pixels)) faults.push('cut');
  return faults;
}

function singleColour({ data }: Pixels): Colour | undefined {
  const first = colourAt(data, 0);
  for (let at = 4; at < data.length; at += 4) {
    if (colourDistance(first, colourAt(data, at)) > haze) return undefined;
  }
  return first;
}

function isPaperWhite(colour: Colour): boolean {
  return colour[3] <= haze || colourDistance(colour, [255, 255, 255, 255]) <= haze;
}

/** Whether on some edge, and right behind it, there is ink on paper. */
function isCut(pixels: Pixels): boolean {
  const outer = edges(pixels, 0);
  const paper = commonest(outer.flat());
  if (paper === undefined) return false;
  const isInk = (colour: Colour): boolean => colourDistance(colour, paper) > inkFrom;
  const all = outer.flat();
  if (all.filter((colour) => !isInk(colour)).length < all.length * leastPaper) return false;
  const inner = edges(pixels, 1);
  // Ink that stays on the edge alone is a frame's line; what is cut goes on inwards.
  const shares = outer.map((edge, side) => {
    const through = edge.filter((colour, at) => {
      const behind = inner[side]?.[at];
      return isInk(colour) && behind !== undefined && isInk(behind);
    });
    return { count: through.length, share: through.length / edge.length };
  });
  const isBand = (side: number): boolean => (shares[side]?.share ?? 0) > mostInk;
  return shares.some(({ count, share }, side) => {
    // A band along an edge ends at both of its neighbours.
    const touchesBand = side < 2 ? isBand(2) || isBand(3) : isBand(0) || isBand(1);
    return count >= leastSpots && share >= leastInk && share <= mostInk && !touchesBand;
  });
}

/** The pixels along the four edges, `depth` pixels inwards. */
function edges({ width, height, data }: Pixels, depth: number): Colour[][] {
  const at = (x: number, y: number): Colour => colourAt(data, (y * width + x) * 4);
  const low = Math.max(0, height - 1 - depth);
  const right = Math.max(0, width - 1 - depth);
  const across = Array.from({ length: width }, (_, x) => x);
  const down = Array.from({ length: height }, (_, y) => y);
  const near = Math.min(depth, low, right);
  return [
    across.map((x) => at(x, near)),
    across.map((x) => at(x, low)),
    down.map((y) => at(near, y)),
    down.map((y) => at(right, y)),
  ];
}

/** The colour that most of them are close to, by coarse shades. */
function commonest(colours: readonly Colour[]): Colour | undefined {
  const shades = new Map<string, { count: number; colour: Colour }>();
  for (const colour of colours) {
    const shade = colour.map((value) => value >> 4).join();
    const known = shades.get(shade) ?? { count: 0, colour };
    known.count += 1;
    shades.set(shade, known);
  }
  let found: { count: number; colour: Colour } | undefined;
  for (const shade of shades.values()) if (found === undefined || shade.count > found.count) found = shade;
  return found?.colour;
}
