import { AppError } from '../errors';

/** The text of an SVG as a `data:` URL. @throws `image-undecodable` */
export function toDataUrl(svg: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') resolve(reader.result);
    });
    reader.addEventListener('error', () => reject(new AppError('image-undecodable')));
    reader.readAsDataURL(new Blob([svg], { type: 'image/svg+xml' }));
  });
}
