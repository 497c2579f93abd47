import { AppError } from '../errors';

/** The part of a browser's canvas that pictures are drawn with: workers and pages both have it. */
export interface Canvas {
  /** Decodes a raster picture, turned as its EXIF says; rejects when it cannot. */
  decode(blob: Blob, options?: ImageBitmapOptions): Promise<ImageBitmap>;
  /** Draws a picture as it is and encodes it; a browser that lacks the type gives PNG. */
  encode(bitmap: ImageBitmap, type: string, quality?: number): Promise<Blob>;
}

/** The browser's own. */
export const browserCanvas: Canvas = {
  decode: (blob, options) => createImageBitmap(blob, options),
  encode: (bitmap, type, quality) => {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new AppError('image-too-large-to-convert');
    context.drawImage(bitmap, 0, 0);
    return canvas.convertToBlob(quality === undefined ? { type } : { type, quality });
  },
};
