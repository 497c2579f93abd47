import type { StoredImage } from './image-store/stored-image';
import type { PictureNote } from './images/converted-picture';
import type { PictureFault } from './images/quality';

/** What one should know of a picture, or what looks wrong with it. `no-text`: what is written on it could not be read. */
export type SavedNote = PictureNote | PictureFault | 'no-text';

/** How many pictures there are of which each note is to be told. */
export type NoteCounts = Partial<Record<SavedNote, number>>;

/** What one should know of a stored picture: what was done to it, what looks wrong with it, what it lacks. */
export function notesOf({
  made,
  faults = [],
  writing,
}: Pick<StoredImage, 'made' | 'faults' | 'writing'>): SavedNote[] {
  const textless = writing !== undefined && 'error' in writing;
  // What is made of a picture as it was served may tell the same of it.
  return [...new Set([...(made?.notes ?? []), ...faults, ...(textless ? (['no-text'] as const) : [])])];
}

/** The notes of many pictures, each with the number of pictures that it is told of. Absent ones have none. */
export function countNotes(images: readonly (StoredImage | undefined)[]): NoteCounts {
  const counts: NoteCounts = {};
  for (const note of images.flatMap((image) => (image ? notesOf(image) : []))) {
    counts[note] = (counts[note] ?? 0) + 1;
  }
  return counts;
}
