import type { ImageType } from '../image-store/stored-image';
import type { SourceKind } from './recipe';

/** What somebody who gets the picture should know of it. */
export type PictureNote =
  /** More pixels than were sent: it is larger, not sharper. */
  | 'enlarged'
  /** Smaller than asked for, because a browser cannot draw it as large: `scale` is the largest possible. */
  | 'scale-limited'
  /** Smaller than asked for, because the file would have been too large at any quality worth having. */
  | 'shrunk-to-fit'
  /** Larger than `maxBytes` all the same. */
  | 'over-byte-limit'
  /** It moves; this is its first frame. */
  | 'first-frame-only'
  /** The file ends before the picture does. */
  | 'cut-short'
  /** An SVG was asked for, and there is none: it is the picture as served. */
  | 'no-vector'
  /** What was served looked wrong: it is the board's drawing. */
  | 'drawn-instead';

/** A picture that was made by a recipe. */
export interface ConvertedPicture {
  blob: Blob;
  /** What the bytes are. */
  type: ImageType;
  /** In pixels; of an SVG in CSS pixels, 0 where it does not say. */
  width: number;
  height: number;
  bytes: number;
  source: SourceKind;
  /** How many times its own size the picture was drawn. */
  scale: number;
  /** Whether it is no better than a preview: pixels enlarged beyond what was sent. */
  preview: boolean;
  notes: PictureNote[];
}
