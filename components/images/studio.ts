import type { ImageSize } from './measure';
import type { Pixels, Rect } from './pixels';

/** A picture that can be drawn. It holds memory until it is closed. */
export interface Drawable extends ImageSize {
  close(): void;
}

/** Something to draw on, transparent at first, and to be drawn itself. It holds memory until it is closed. */
export interface Surface extends Drawable {
  /** Covers `place`, or everything, with a colour as CSS writes it. */
  fill(colour: string, place?: Rect): void;
  clear(place: Rect): void;
  /** Draws a part of a picture over a part of the surface, scaled smoothly. */
  draw(picture: Drawable, from: Rect, to: Rect): void;
  read(): Pixels;
  /** @throws whatever the browser throws; a browser that lacks the type gives PNG. */
  encode(type: string, quality?: number): Promise<Blob>;
}

/** What pictures are decoded and drawn with: needs a DOM for SVG. */
export interface Studio {
  /** Turned as the EXIF says, in sRGB, the first frame only; scaled to `size` where one is given. Rejects when it cannot. */
  decode(blob: Blob, size?: ImageSize): Promise<Drawable>;
  /** Draws the text of an SVG that names this size as its own. Rejects when it cannot. */
  drawSvg(svg: string, size: ImageSize): Promise<Drawable>;
  /** @param isForReading keeps the pixels where they can be read fast */
  createSurface(size: ImageSize, isForReading?: boolean): Surface;
}
