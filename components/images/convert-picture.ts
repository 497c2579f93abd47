import { AppError, toAppError } from '../errors';
import type { ConvertedPicture } from './converted-picture';
import { formats } from './formats/formats';
import type { InTurn } from './in-turn';
import type { OpenPictureDependencies } from './open-picture';
import type { PictureSource, Recipe } from './recipe';
import { sniffImageType } from './sniff';

export interface ConvertOptions {
  /** Ends the call with `cancelled`, at once; what it has begun ends at its next step. */
  signal?: AbortSignal | undefined;
}

export type ConvertPicture = (
  source: PictureSource,
  recipe: Recipe,
  options?: ConvertOptions,
) => Promise<ConvertedPicture>;

/**
 * Makes pictures by recipes, one after another: two at once would hold their memory at once.
 *
 * @throws `response-not-image` (none of the types that we know), `image-undecodable` (broken or cut short),
 * `image-unsafe` (an SVG that would blow up), `image-too-large-to-convert`, `vector-missing` (SVG is asked for
 * and there is none), `image-encoding-failed`, `cancelled`
 */
export function createPictureConverter(deps: OpenPictureDependencies, inTurn: InTurn): ConvertPicture {
  return (source, recipe, { signal } = {}) =>
    inTurn(async () => {
      try {
        const made = await formats[recipe.format]({ ...deps, source, recipe, signal });
        signal?.throwIfAborted();
        const head = new Uint8Array(await made.blob.slice(0, headBytes).arrayBuffer());
        const type = sniffImageType(head);
        if (type === undefined) throw new AppError('image-encoding-failed');
        return { ...made, type, bytes: made.blob.size, source: source.kind };
      } catch (error) {
        throw toAppError(error);
      }
    }, signal);
}

/** A type is told by these first bytes. */
const headBytes = 65_536;
