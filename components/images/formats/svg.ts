import { AppError } from '../../errors';
import { frame } from '../draw-picture';
import { openPicture } from '../open-picture';
import type { Format } from './format';

/** SVG, from an SVG alone: cleaned, its writing still writing. @throws `vector-missing` from anything else */
export const svg: Format = async (job) => {
  const picture = await openPicture(job.source, job);
  try {
    if (picture.vector === undefined) throw new AppError('vector-missing');
    const { content } = await frame(picture, job);
    const { padding = 0, trim = false, background, description } = job.recipe;
    const place = {
      x: content.x - padding,
      y: content.y - padding,
      width: content.width + 2 * padding,
      height: content.height + 2 * padding,
    };
    const isWhole = !trim && padding === 0;
    const text = picture.vector.saved(picture.size, {
      place: isWhole ? undefined : place,
      background,
      description,
    });
    const blob = new Blob([text], { type: 'image/svg+xml' });
    const [width, height] = [Math.ceil(place.width), Math.ceil(place.height)];
    return { blob, width, height, scale: 1, preview: false, notes: [] };
  } finally {
    picture.close();
  }
};
