import { AppError } from '../errors';
import type { Drawable, Studio, Surface } from './studio';
import { toDataUrl } from './to-data-url';

/** The browser's own studio: offscreen document, popup, or the background page of Firefox. */
export function createBrowserStudio(): Studio {
  const sources = new WeakMap<Drawable, ImageBitmap | HTMLImageElement | OffscreenCanvas>();

  const keep = (drawable: Drawable, source: ImageBitmap | HTMLImageElement): Drawable => {
    sources.set(drawable, source);
    return drawable;
  };

  return {
    async decode(blob, size) {
      const resize =
        size === undefined
          ? {}
          : ({ resizeWidth: size.width, resizeHeight: size.height, resizeQuality: 'high' } as const);
      const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image', ...resize });
      return keep({ width: bitmap.width, height: bitmap.height, close: () => bitmap.close() }, bitmap);
    },

    async drawSvg(svg, { width, height }) {
      const image = new Image(width, height);
      // With `<foreignObject>` inside, a `blob:` URL taints the canvas and a `data:` URL does not.
      image.src = await toDataUrl(svg);
      await image.decode();
      if (image.naturalWidth === 0 || image.naturalHeight === 0) throw new AppError('image-undecodable');
      return keep(
        { width: image.naturalWidth, height: image.naturalHeight, close: () => (image.src = '') },
        image,
      );
    },

    createSurface({ width, height }, isForReading = false): Surface {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d', { willReadFrequently: isForReading });
      if (context === null) throw new AppError('image-too-large-to-convert');
      context.imageSmoothingQuality = 'high';
      const surface: Surface = {
        width,
        height,
        fill(colour, place = { x: 0, y: 0, width, height }) {
          context.fillStyle = colour;
          context.fillRect(place.x, place.y, place.width, place.height);
        },
        clear: (place) => context.clearRect(place.x, place.y, place.width, place.height),
        draw(picture, from, to) {
          const source = sources.get(picture);
          if (source === undefined) throw new AppError('unexpected');
          context.drawImage(source, from.x, from.y, from.width, from.height, to.x, to.y, to.width, to.height);
        },
        read: () => ({ width, height, data: context.getImageData(0, 0, width, height).data }),
        encode: (type, quality) => canvas.convertToBlob(quality === undefined ? { type } : { type, quality }),
        close() {
          // Its memory goes now, not when the collector comes by.
          canvas.width = 0;
          canvas.height = 0;
        },
      };
      sources.set(surface, canvas);
      return surface;
    },
  };
}
