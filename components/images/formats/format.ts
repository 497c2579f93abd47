import type { ConvertedPicture } from '../converted-picture';
import type { DrawingJob } from '../draw-picture';

/** What a format makes of a picture; who it was made from and how many bytes it has is known to the caller. */
export type MadePicture = Omit<ConvertedPicture, 'bytes' | 'source' | 'type'>;

/**
 * Makes a picture of its format. The type of the blob is that of its bytes.
 *
 * @throws `AppError`
 */
export type Format = (job: DrawingJob) => Promise<MadePicture>;
