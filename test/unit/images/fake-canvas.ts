import sharp from 'sharp';
import type { Canvas } from '../../../components/images/canvas';

/** A canvas in plain Node, drawn by sharp. Counts what is still open and what has been decoded. */
export function createFakeCanvas(): Canvas & { open: number; decoded: number } {
  const pixels = new WeakMap<ImageBitmap, Buffer>();
  const fake = {
    open: 0,
    decoded: 0,
    async decode(blob: Blob, options: ImageBitmapOptions = {}): Promise<ImageBitmap> {
      fake.decoded += 1;
      const image = sharp(Buffer.from(await blob.arrayBuffer())).autoOrient();
      const { resizeWidth: width, resizeHeight: height } = options;
      if (width !== undefined && height !== undefined) image.resize({ width, height, fit: 'fill' });
      const { data, info } = await image.png().toBuffer({ resolveWithObject: true });
      const bitmap: ImageBitmap = {
        width: info.width,
        height: info.height,
        close: () => {
          fake.open -= 1;
        },
      };
      fake.open += 1;
      pixels.set(bitmap, data);
      return bitmap;
    },
    async encode(bitmap: ImageBitmap, type: string): Promise<Blob> {
      const image = sharp(pixels.get(bitmap));
      const data = await (type === 'image/webp' ? image.webp() : image.png()).toBuffer();
      return new Blob([new Uint8Array(data)], { type });
    },
  };
  return fake;
}
