/** The types that pictures are told apart by, by their bytes. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';

/** What is known of one stored picture; its bytes lie beside it under the same key. */
export interface StoredImage {
  /** `<brand>/<account id>/<whiteboard id>`. */
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
}
