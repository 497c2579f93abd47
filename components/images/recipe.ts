/** Where a picture comes from: `served` as the documented endpoint gives it, `vector` as the board's drawing. */
export type SourceKind = 'served' | 'vector';

export interface PictureSource {
  kind: SourceKind;
  /** What came; its type is told by its bytes. */
  blob: Blob;
}

export type FormatName = 'as-served' | 'png' | 'jpeg' | 'webp' | 'svg';

/** How large: so many times the picture's own size, or so many pixels wide with its padding. */
export type WantedSize = { scale: number } | { width: number };

/** What a board is called and what stands on it, for those who cannot see it. */
export interface Description {
  title: string;
  text?: string;
}

/** What is to be made of a picture. `as-served` leaves everything as it came, whatever else is asked for. */
export interface Recipe {
  format: FormatName;
  /** Default: scale 1. An SVG keeps its own size: it has no pixels. */
  size?: WantedSize;
  /** `#rrggbb`; without it the picture keeps its transparency, which JPEG turns white. */
  background?: string;
  /** Cuts away the plain edges around what is drawn. */
  trim?: boolean;
  /** Room around the picture on each side, in the picture's own pixels. */
  padding?: number;
  /** JPEG and WebP: above 0, up to 1; default 0.9. */
  quality?: number;
  /** JPEG and WebP: the file is to be no larger, in bytes. */
  maxBytes?: number;
  /** Written into PNG and SVG. */
  description?: Description;
}
