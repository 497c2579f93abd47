import { drawPicture, encodeSurface } from '../draw-picture';
import { withPngMetadata } from '../png-metadata';
import type { Format } from './format';

/** Drawn at several times its size, a picture says so, and documents place it at its own. */
const densityFrom = 2;

/** PNG: no loss, with transparency. */
export const png: Format = (job) =>
  drawPicture(job, { hasAlpha: true, maxSide: Infinity }, async ({ surface, scale, isEnlarged, notes }) => {
    const { size = { scale: 1 }, description } = job.recipe;
    const density = 'scale' in size && scale >= densityFrom ? scale : undefined;
    const blob = withPngMetadata(await encodeSurface(surface, 'image/png'), { density, description });
    const { width, height } = surface;
    return { blob, width, height, scale, preview: isEnlarged, notes };
  });
