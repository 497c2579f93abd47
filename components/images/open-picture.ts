import { AppError } from '../errors';
import { conversionLimits, svgFallbackSize } from './canvas-limits';
import type { PictureNote } from './converted-picture';
import { readFileStructure } from './file-structure';
import { type ImageSize, measureImage } from './measure';
import { planDrawing, shrinkToLimits } from './plan-drawing';
import type { PictureSource } from './recipe';
import { sniffImageType } from './sniff';
import type { Drawable, Studio } from './studio';
import type { OpenVector, Vector } from './svg/open-vector';

/** A picture that was looked at before anything of it was decoded. */
export interface OpenPicture {
  /** At scale 1, in its own pixels. */
  size: ImageSize;
  /** Present when it is an SVG: it is as sharp as it is drawn. */
  vector?: Vector;
  notes: PictureNote[];
  /** All of it, good enough to be drawn at `scale`. */
  at(scale: number): Promise<Drawable>;
  /** Gives back the memory of everything that `at` gave. */
  close(): void;
}

export interface OpenPictureDependencies {
  studio: Studio;
  openVector: OpenVector;
}

/**
 * Opens a picture whose bytes say what it is. Its header is looked at first: nothing that is too large, cut
 * short or of a kind that we do not know is given to the browser.
 *
 * @throws `response-not-image`, `image-undecodable`, `image-too-large-to-convert`, `image-unsafe`
 */
export async function openPicture(
  { blob }: PictureSource,
  { studio, openVector }: OpenPictureDependencies,
): Promise<OpenPicture> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const type = sniffImageType(bytes);
  if (type === undefined) throw new AppError('response-not-image');
  if (type === 'image/svg+xml') return openSvg(bytes, studio, openVector);
  const size = measureImage(bytes, type);
  const { isWhole, isAnimated } = readFileStructure(bytes, type);
  if (size === undefined || !isWhole) throw new AppError('image-undecodable');
  if (size.width * size.height > conversionLimits.maxPixels) throw new AppError('image-too-large-to-convert');
  return openRaster(blob.slice(0, blob.size, type), size, isAnimated, studio);
}

async function openSvg(bytes: Uint8Array, studio: Studio, openVector: OpenVector): Promise<OpenPicture> {
  const vector = await openVector(bytes);
  const size = measureImage(bytes, 'image/svg+xml') ?? svgFallbackSize;
  const open = new Map<number, Drawable>();
  return {
    size,
    vector,
    notes: [],
    async at(scale) {
      const drawn = open.get(scale);
      if (drawn !== undefined) return drawn;
      const { width, height } = planDrawing(size, 0, { scale }, conversionLimits);
      const drawable = await undecodable(
        studio.drawSvg(vector.sized(size, { width, height }), { width, height }),
      );
      open.set(scale, drawable);
      return drawable;
    },
    close() {
      for (const drawable of open.values()) drawable.close();
      open.clear();
    },
  };
}

function openRaster(blob: Blob, measured: ImageSize, isAnimated: boolean, studio: Studio): OpenPicture {
  let decoded: Drawable | undefined;
  const drawn = shrinkToLimits(measured, conversionLimits);
  const isShrunk = drawn.width < measured.width || drawn.height < measured.height;
  return {
    size: measured,
    notes: isAnimated ? ['first-frame-only'] : [],
    async at() {
      if (decoded !== undefined) return decoded;
      decoded = await undecodable(studio.decode(blob, isShrunk ? drawn : undefined));
      // A GIF's first frame can be larger than its screen, and what a decoder makes of a header is its own affair.
      if (decoded.width !== drawn.width || decoded.height !== drawn.height) {
        decoded.close();
        decoded = undefined;
        throw new AppError('image-undecodable');
      }
      return decoded;
    },
    close() {
      decoded?.close();
      decoded = undefined;
    },
  };
}

async function undecodable(work: Promise<Drawable>): Promise<Drawable> {
  try {
    return await work;
  } catch (error) {
    throw new AppError('image-undecodable', {}, { cause: error });
  }
}
