import { colourAt, type Colour, type Rect } from './pixels';
import type { Drawable, Studio, Surface } from './studio';
import { createContentBox, paperColour } from './trim';

/** What is looked at in one go, in pixels: four bytes each. */
const stripPixels = 1_048_576;

/** The colour of a picture's paper, by its corners; undefined where they do not agree. */
export function findPaper(picture: Drawable, studio: Studio): Colour | undefined {
  const surface = studio.createSurface({ width: 2, height: 2 }, true);
  try {
    for (const right of [0, 1]) {
      for (const low of [0, 1]) {
        const from = { x: right * (picture.width - 1), y: low * (picture.height - 1), width: 1, height: 1 };
        surface.draw(picture, from, { x: right, y: low, width: 1, height: 1 });
      }
    }
    const { data } = surface.read();
    return paperColour([0, 4, 8, 12].map((at) => colourAt(data, at)));
  } finally {
    surface.close();
  }
}

/**
 * The box around everything that is not paper, looked for strip by strip: the memory it takes does not grow with
 * the picture.
 *
 * @returns undefined when there is nothing but paper
 */
export function findContent(
  picture: Drawable,
  paper: Colour,
  studio: Studio,
  signal?: AbortSignal,
): Rect | undefined {
  const content = createContentBox(paper);
  const rows = Math.min(picture.height, Math.max(1, Math.floor(stripPixels / picture.width)));
  const surface = studio.createSurface({ width: picture.width, height: rows }, true);
  try {
    for (let top = 0; top < picture.height; top += rows) {
      signal?.throwIfAborted();
      const height = Math.min(rows, picture.height - top);
      const { width, data } = readStrip(surface, picture, top, height);
      content.add({ width, height, data }, top);
    }
  } finally {
    surface.close();
  }
  return content.box();
}

function readStrip(
  surface: Surface,
  picture: Drawable,
  top: number,
  height: number,
): ReturnType<Surface['read']> {
  const { width } = picture;
  surface.clear({ x: 0, y: 0, width, height: surface.height });
  surface.draw(picture, { x: 0, y: top, width, height }, { x: 0, y: 0, width, height });
  return surface.read();
}
