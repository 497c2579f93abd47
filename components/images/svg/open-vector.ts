import type { ImageSize } from '../measure';
import type { Rect } from '../pixels';
import type { Description } from '../recipe';

/** How an SVG is saved. */
export interface SavedVector {
  /** The part to show, in the drawing's own pixels; it may reach beyond the drawing. Default: all of it. */
  place?: Rect | undefined;
  background?: string | undefined;
  description?: Description | undefined;
}

/** A vector drawing that has been cleaned. */
export interface Vector {
  /** Its text, naming `size` as the size to draw it at. `own` is the size that it has by itself. */
  sized(own: ImageSize, size: ImageSize): string;
  /** Its text, to be kept. */
  saved(own: ImageSize, wishes: SavedVector): string;
}

/** @throws `image-undecodable`, `image-unsafe` */
export type OpenVector = (bytes: Uint8Array) => Promise<Vector>;
