import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import { type Decoded, decode } from '../pictures/compare-pixels';
import type { Part } from './unsteady-parts';
import { withPalette } from './with-palette';

/**
 * How far two pictures may be apart. Colours: of the way from black to white; letters that are smoothed in another way
 * are forgiven besides. Pixels: within any square of `windowSize` px, because what one sees is close together, and what
 * one does not see is strewn.
 */
const tolerance = { threshold: 0.03, windowSize: 16, pixels: 20 };

export interface PictureDifference {
  /** In words, for whoever reads the test's message. */
  reason: string;
  /** A PNG with what differs in red; there is none for pictures of two sizes. */
  picture?: Buffer;
}

/**
 * What is different in `now` to everybody who looks at it; undefined when nothing is.
 *
 * @param approved with a palette
 * @param now a PNG
 * @param left parts that are not looked at
 */
export async function comparePictures(
  approved: Buffer,
  now: Buffer,
  left: readonly Part[] = [],
): Promise<PictureDifference | undefined> {
  const look = async (picture: Buffer): Promise<Decoded> => cover(await decode(picture), left);
  const before = await look(approved);
  let after = await look(now);
  const { width, height } = after;
  if (before.width !== width || before.height !== height) {
    return { reason: `it is ${width} × ${height} px and was ${before.width} × ${before.height} px` };
  }
  if (countDiffering(before, after) <= tolerance.pixels) return undefined;
  // A palette moves the colours of pictures in the picture a little: a slow look, for few of them.
  after = await look(await withPalette(now));
  const differing = countDiffering(before, after);
  if (differing <= tolerance.pixels) return undefined;
  const drawn = Buffer.alloc(width * height * 4);
  pixelmatch(before.data, after.data, drawn, width, height, { threshold: tolerance.threshold });
  return {
    reason: `${differing} px close together have another colour, and ${tolerance.pixels} may`,
    picture: await sharp(drawn, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  };
}

/** The picture with one colour over these parts. */
function cover(picture: Decoded, parts: readonly Part[]): Decoded {
  const { data, width, height } = picture;
  for (const part of parts) {
    const [from, to] = [Math.max(0, Math.floor(part.x)), Math.min(width, Math.ceil(part.x + part.width))];
    const bottom = Math.min(height, Math.ceil(part.y + part.height));
    for (let y = Math.max(0, Math.floor(part.y)); y < bottom && from < to; y += 1) {
      data.fill(0x80, (y * width + from) * 4, (y * width + to) * 4);
    }
  }
  return picture;
}

function countDiffering(before: Decoded, after: Decoded): number {
  const { threshold, windowSize } = tolerance;
  return pixelmatch(before.data, after.data, null, after.width, after.height, { threshold, windowSize });
}
