import type { Checksums } from '../images/checksums';
import type { PictureNote } from '../images/converted-picture';
import type { PictureFault } from '../images/quality';
import type { SourceKind } from '../images/recipe';
import type { ErrorCode } from '../errors';

/** The types that pictures are told apart by, by their bytes. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';

/** What is known of one stored picture; its bytes lie beside it under the same key. */
export interface StoredImage {
  /** See `image-key.ts`. */
  key: string;
  whiteboardId: string;
  type: ImageType;
  /** Size of the file in bytes. */
  bytes: number;
  /** Size of the picture in pixels; 0 where the file does not say (an SVG without size). */
  width: number;
  height: number;
  /** When the server sent it, in ms since the epoch. */
  fetchedAt: number;
  /** When it was last used, in ms since the epoch: the order of eviction. */
  usedAt: number;
  /** Of its bytes; absent in records of older versions. */
  checksums?: Checksums | undefined;
  /** What looks wrong with it; absent until it was looked at. */
  faults?: PictureFault[] | undefined;
  /** Size of its thumbnail in bytes, once there is one. */
  thumbnailBytes?: number | undefined;
  /** What is written on the board, or why that could not be read; absent until somebody asked for it. */
  writing?: { text: string } | { error: ErrorCode } | undefined;
  /** Present where it was made by a recipe, and is not what the server sent. */
  made?: MadeFacts | undefined;
}

/** What somebody who gets a picture that was made should know of it. */
export interface MadeFacts {
  source: SourceKind;
  /** No better than a preview: enlarged beyond what was sent. */
  preview: boolean;
  notes: PictureNote[];
  /** Why it is not made from the board's drawing, where that was tried. */
  withoutVector?: ErrorCode | undefined;
}
