import { noteText } from '../../i18n/note-text';
import { t } from '../../i18n/t';
import type { StoredImage } from '../../image-store/stored-image';
import { notesOf } from '../../picture-notes';

/** What somebody should know of a picture that was made: a sentence for each thing, none where all is as asked for. */
export function pictureNotes({ made, writing }: Pick<StoredImage, 'made' | 'writing'>): string[] {
  return notesOf({ made, writing }).map(noteText);
}

/** What looks wrong with a picture, in a few words for each thing. */
export function pictureFaults({ faults }: Pick<StoredImage, 'faults'>): string[] {
  return notesOf({ faults }).map(noteText);
}

/** `PNG`, `JPEG` and so on. */
export function typeWord({ type }: Pick<StoredImage, 'type'>): string {
  return type.replace(/^image\/|\+xml$/g, '').toUpperCase();
}

/** Width and height in words; undefined where the file does not say. */
export function sizeWords({ width, height }: Pick<StoredImage, 'width' | 'height'>): string | undefined {
  return width > 0 && height > 0 ? t('pixels', [width, height]) : undefined;
}
