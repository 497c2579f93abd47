import { AppError } from '../../errors';
import type { PictureNote } from '../converted-picture';
import { readFileStructure } from '../file-structure';
import { measureImage } from '../measure';
import { sniffImageType } from '../sniff';
import type { Format } from './format';

/** What came, byte for byte, under the type that its bytes have. Nothing is decoded. @throws `response-not-image` */
export const asServed: Format = async ({ source: { blob } }) => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const type = sniffImageType(bytes);
  if (type === undefined) throw new AppError('response-not-image');
  const { width, height } = measureImage(bytes, type) ?? { width: 0, height: 0 };
  const notes: PictureNote[] = readFileStructure(bytes, type).isWhole ? [] : ['cut-short'];
  return { blob: blob.slice(0, blob.size, type), width, height, scale: 1, preview: false, notes };
};
