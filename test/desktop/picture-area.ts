import sharp, { type Sharp } from 'sharp';
import type { SlideShape } from '../../components/deck/deck-input';
import { fitPicture } from '../../components/deck/fit-picture';
import { slideLayout } from '../../components/deck/slide-layout';
import type { ImageSize } from '../../components/images/measure';

/** A part of a picture, in its pixels. */
export interface Area extends ImageSize {
  left: number;
  top: number;
}

/** Where a slide that was drawn in `slide` pixels shows its picture. */
export function pictureArea(shape: SlideShape, picture: ImageSize, slide: ImageSize): Area {
  const perEmu = slide.height / (7.5 * 914_400);
  const { x, y, cx, cy } = fitPicture(slideLayout(shape).picture, picture, false);
  return {
    left: Math.round(x * perEmu),
    top: Math.round(y * perEmu),
    width: Math.round(cx * perEmu),
    height: Math.round(cy * perEmu),
  };
}

/** The mean difference, of 255, between a picture and an area that shows it at another size. */
export async function differenceTo(picture: Buffer, shown: Buffer, area: Area): Promise<number> {
  const size = { width: 480, height: 320, fit: 'fill' as const };
  const values = (image: Sharp): Promise<Buffer> =>
    image.flatten({ background: 'white' }).resize(size).toColourspace('srgb').raw().toBuffer();
  const [one, other] = await Promise.all([
    values(sharp(picture)),
    values(sharp(await sharp(shown).extract(area).toBuffer())),
  ]);
  let sum = 0;
  for (const [index, value] of one.entries()) sum += Math.abs(value - (other[index] ?? 0));
  return sum / one.length;
}
