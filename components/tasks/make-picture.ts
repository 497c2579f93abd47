import { AppError, toAppError } from '../errors';
import type { BoardRecipe } from '../board-recipe';
import type { Pictures } from '../images/browser-pictures';
import type { ConvertedPicture } from '../images/converted-picture';
import type { Description, PictureSource, Recipe } from '../images/recipe';
import type { BoardRef, BoardVectors } from './board-vectors';

/** A picture that was made, and why not of the drawing where that was tried. */
export interface PictureOutcome {
  picture: ConvertedPicture;
  withoutVector?: AppError | undefined;
}

export interface MakePictureDeps extends Pictures {
  vectors: BoardVectors;
}

export interface PictureOrder {
  board: BoardRef;
  /** Goes into the formats that can hold it. */
  description?: Description | undefined;
  /** The picture as it was served. */
  served: Blob;
  recipe: BoardRecipe;
}

/**
 * Makes a picture by a recipe: of the board's drawing where there is one that draws something, else of the picture as served.
 * Where an SVG is asked for and there is none, it is the picture as served, as it is.
 *
 * @throws as `convert` does of the picture as served; `cancelled`
 */
export async function makePicture(
  { convert, lookAt, vectors }: MakePictureDeps,
  { board, description, served, recipe: wanted }: PictureOrder,
  signal: AbortSignal,
): Promise<PictureOutcome> {
  const recipe: Recipe = description ? { ...wanted, description } : wanted;
  try {
    const source: PictureSource = { kind: 'vector', blob: await vectors.get(board, signal) };
    // A drawing of nothing draws without complaint.
    if ((await lookAt(source.blob)).faults.includes('blank')) throw new AppError('image-undecodable');
    return { picture: await convert(source, recipe, { signal }) };
  } catch (thrown) {
    const withoutVector = toAppError(thrown);
    if (withoutVector.code === 'cancelled') throw withoutVector;
    return { picture: await ofServed(), withoutVector };
  }

  async function ofServed(): Promise<ConvertedPicture> {
    const source: PictureSource = { kind: 'served', blob: served };
    try {
      return await convert(source, recipe, { signal });
    } catch (thrown) {
      if (toAppError(thrown).code !== 'vector-missing') throw thrown;
      const asServed = await convert(source, { format: 'as-served' }, { signal });
      return { ...asServed, notes: [...asServed.notes, 'no-vector'] };
    }
  }
}
