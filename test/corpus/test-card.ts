/** A pixel: red, green, blue and opacity, 0 to 255. */
export type Rgba = [number, number, number, number];

export const cardSize = { width: 45, height: 30 } as const;

/**
 * A picture in which every mistake shows: no two corners alike, colours that rise smoothly, a dark bar that is
 * nearer to the left and the upper edge, and (on demand) a right side that fades away.
 */
export function cardPixel(x: number, y: number, fades = false): Rgba {
  const [across, down] = [x / (cardSize.width - 1), y / (cardSize.height - 1)];
  const isBar = x >= 6 && x < 12 && y >= 4 && y < 22;
  const colour = isBar ? [20, 30, 60] : [40 + 200 * across, 220 - 160 * down, 90 + 100 * across * down];
  const alpha = fades && x > 30 ? 255 - 255 * ((x - 30) / 14) : 255;
  return [colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0, alpha];
}

/** All of it, four bytes a pixel. */
export function cardPixels(fades = false): Buffer {
  const { width, height } = cardSize;
  const bytes = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) bytes.set(cardPixel(x, y, fades).map(Math.round), (y * width + x) * 4);
  }
  return bytes;
}
