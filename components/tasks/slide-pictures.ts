import type { BoardRecipe } from '../board-recipe';
import type { Brand } from '../boards/board';
import type { DeckPicture, SlideShape } from '../deck/deck-input';
import { drawingWidth } from '../deck/drawing-width';
import { AppError, toAppError } from '../errors';
import type { ImageStore } from '../image-store/image-store';
import type { StoredImage } from '../image-store/stored-image';
import type { Pictures } from '../images/browser-pictures';
import type { ConvertedPicture } from '../images/converted-picture';
import type { Recipe } from '../images/recipe';
import { isTurnedJpeg } from '../images/is-turned-jpeg';
import { slidePng } from '../images/slide-png';
import type { BoardVectors } from './board-vectors';

export interface SlidePicturesDeps extends Pictures {
  images: Pick<ImageStore, 'get'>;
  vectors: Pick<BoardVectors, 'get'>;
  signal: AbortSignal;
}

/** What the pictures are for. */
export interface SlidesWanted {
  brand: Brand;
  recipe: BoardRecipe | undefined;
  shape: SlideShape;
  /** Pixels that drawings are to be wide at the least, on a slide as wide as a screen. */
  width: number;
}

/** What every program shows on a slide as it is. */
const shownTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** Headers lie within these first bytes. */
const headBytes = 262_144;

/** The pixels of a 4K screen: for programs that show no SVG, drawings are drawn for it. */
const screenWidth = 3840;

/** So many drawings in a row that are not to be had, and no more are asked for: each may have taken half a minute. */
const mostFailures = 3;

type Found = { image: StoredImage; blob: Blob };

/**
 * The pictures of boards as slides want them: a board's drawing, where the host has one that looks right, as SVG and
 * as PNG; else the stored picture, as it is where every program shows it.
 *
 * @returns reads one, by its key in the store. It throws `storage-failed` when it has gone, `cancelled`, and as
 * drawing it does
 */
export function createSlidePictures(
  { images, vectors, convert, lookAt, signal }: SlidePicturesDeps,
  { brand, recipe, shape, width }: SlidesWanted,
): (imageKey: string) => Promise<DeckPicture> {
  const asDrawing: Recipe =
    recipe === undefined || recipe.format === 'as-served' ? { format: 'svg' } : { ...recipe, format: 'svg' };
  let failures = 0;

  const askForDrawing = async (whiteboardId: string): Promise<ConvertedPicture | undefined> => {
    if (failures >= mostFailures) return undefined;
    try {
      const blob = await vectors.get({ brand, whiteboardId }, signal);
      const drawing = await convert({ kind: 'vector', blob }, asDrawing, { signal });
      const { faults } = await lookAt(drawing.blob);
      failures = 0;
      return faults.length === 0 ? drawing : undefined;
    } catch (thrown) {
      if (signal.aborted) throw toAppError(thrown);
      failures += 1;
      return undefined;
    }
  };
  const drawingOf = ({ image, blob }: Found): Promise<ConvertedPicture | undefined> =>
    image.type === 'image/svg+xml'
      ? convert({ kind: 'served', blob }, { format: 'svg' }, { signal })
      : askForDrawing(image.whiteboardId);

  return async (imageKey) => {
    const found = await images.get(imageKey);
    if (!found) throw new AppError('storage-failed');
    const drawing = await drawingOf(found);
    if (drawing) {
      const size = { width: drawingWidth(shape, drawing, Math.max(screenWidth, width)) };
      const source = { kind: drawing.source, blob: drawing.blob };
      const { blob } = await convert(source, { format: 'png', size }, { signal });
      return { picture: blob, vector: drawing.blob };
    }
    if (await isShownAsServed(found)) return { picture: found.blob };
    return { picture: (await slidePng(found, width, convert)).png };
  };
}

/** Programs that show slides pass over what EXIF says: they would show a turned JPEG as it lies, and distorted. */
async function isShownAsServed({ image: { type }, blob }: Found): Promise<boolean> {
  if (type !== 'image/jpeg') return shownTypes.has(type);
  return !isTurnedJpeg(new Uint8Array(await blob.slice(0, headBytes).arrayBuffer()));
}
