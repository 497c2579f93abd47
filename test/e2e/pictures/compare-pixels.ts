import sharp, { type Sharp } from 'sharp';

/** Decoded by a program that has nothing to do with a browser: upright, in sRGB, with transparency. */
export interface Decoded {
  width: number;
  height: number;
  data: Buffer;
}

export interface DecodeOptions {
  /** Put behind what is transparent. */
  background?: string;
  /** Scaled to this size. */
  size?: { width: number; height: number };
  /** For SVG: dots per inch. */
  density?: number;
}

export async function decode(
  bytes: Buffer,
  { background, size, density }: DecodeOptions = {},
): Promise<Decoded> {
  const opened = sharp(bytes, { limitInputPixels: false, ...(density && { density }) });
  const isCmyk = (await opened.metadata()).space === 'cmyk';
  let image: Sharp = (isCmyk ? await fromCmyk(opened) : opened)
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha();
  if (size) image = image.resize({ ...size, fit: 'fill', kernel: 'linear' });
  if (background) image = image.flatten({ background }).ensureAlpha();
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Without a profile, ink takes away light as it says: what browsers do, where sharp guesses at a printing press. */
async function fromCmyk(image: Sharp): Promise<Sharp> {
  const { data, info } = await image
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rgb = Buffer.alloc(info.width * info.height * 3);
  for (let at = 0; at < info.width * info.height; at++) {
    const black = 255 - (data[at * 4 + 3] ?? 0);
    for (let c = 0; c < 3; c++) rgb[at * 3 + c] = ((255 - (data[at * 4 + c] ?? 0)) * black) / 255;
  }
  return sharp(rgb, { raw: { width: info.width, height: info.height, channels: 3 } });
}

/**
 * How far two pictures of one size are apart: the mean difference of a value, 0 to 255, of colours as seen over
 * black (what is transparent has none) and of opacity. Infinity when their sizes differ.
 */
export function meanDifference(one: Decoded, other: Decoded): number {
  if (one.width !== other.width || one.height !== other.height) return Infinity;
  let sum = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const [a, b] = [one.data[at + 3] ?? 0, other.data[at + 3] ?? 0];
    sum += Math.abs(a - b);
    for (let channel = 0; channel < 3; channel++) {
      sum += Math.abs(((one.data[at + channel] ?? 0) * a - (other.data[at + channel] ?? 0) * b) / 255);
    }
  }
  return sum / one.data.length;
}

/** The pixel at a place, as four values. */
export function pixel({ data, width }: Decoded, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}
