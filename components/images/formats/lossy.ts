import { encodeUnder } from '../encode-under';
import { drawPicture, encodeSurface, type DrawingJob, type FormatLimits } from '../draw-picture';
import type { MadePicture } from './format';

export interface LossyFormat extends FormatLimits {
  type: 'image/jpeg' | 'image/webp';
}

const usualQuality = 0.9;
/** Below this writing can no longer be read: rather fewer pixels than worse ones. */
const worstQuality = 0.4;
/** A file that is too large even so is drawn smaller, so many times at most. */
const mostShrinkings = 4;
/** A little under what the bytes ask for: a file does not shrink quite as its pixels do. */
const shrinkMargin = 0.95;

/** A format whose quality can be chosen. Under a limit of bytes the best quality that fits, then fewer pixels. */
export async function makeLossy(format: LossyFormat, job: DrawingJob): Promise<MadePicture> {
  const { maxBytes = Infinity } = job.recipe;
  let made = await makeOnce(format, job);
  for (let round = 0; made.blob.size > maxBytes && round < mostShrinkings; round += 1) {
    job.signal?.throwIfAborted();
    const scale = made.scale * Math.sqrt(maxBytes / made.blob.size) * shrinkMargin;
    made = await makeOnce(format, { ...job, recipe: { ...job.recipe, size: { scale } } });
    made.notes.push('shrunk-to-fit');
  }
  if (made.blob.size > maxBytes) made.notes.push('over-byte-limit');
  return made;
}

function makeOnce(format: LossyFormat, job: DrawingJob): Promise<MadePicture> {
  const { quality = usualQuality, maxBytes = Infinity } = job.recipe;
  return drawPicture(job, format, async ({ surface, scale, isEnlarged, notes }) => {
    const encode = (at: number): Promise<Blob> => {
      job.signal?.throwIfAborted();
      return encodeSurface(surface, format.type, at);
    };
    const blob = await encodeUnder(encode, {
      quality,
      worstQuality: Math.min(worstQuality, quality),
      maxBytes,
    });
    const { width, height } = surface;
    return { blob, width, height, scale, preview: isEnlarged, notes };
  });
}
