import { AppError } from '../errors';
import { type ImageSize, measureImage } from '../images/measure';
import { extensionOf, sniffImageType } from '../images/sniff';

/** Headers lie within these first bytes. */
const headBytes = 262_144;

const shown = new Set(['image/png', 'image/jpeg', 'image/gif']);

/**
 * What a slide has to know of a picture.
 *
 * @throws `image-undecodable` when it is none that every program can show on a slide
 */
export async function inspectPicture(picture: Blob): Promise<{ extension: string; size: ImageSize }> {
  const head = new Uint8Array(await picture.slice(0, headBytes).arrayBuffer());
  const type = sniffImageType(head);
  const size = type === undefined ? undefined : measureImage(head, type);
  if (type === undefined || size === undefined || !shown.has(type)) throw new AppError('image-undecodable');
  return { extension: extensionOf(type), size };
}
