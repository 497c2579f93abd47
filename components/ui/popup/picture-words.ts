import { t } from '../../i18n/t';
import type { StoredImage } from '../../image-store/stored-image';
import type { PictureNote } from '../../images/converted-picture';
import type { PictureFault } from '../../images/quality';

/** What somebody should know of a picture that was made: a sentence for each thing, none where all is as asked for. */
export function pictureNotes({ made }: Pick<StoredImage, 'made'>): string[] {
  return (made?.notes ?? []).map((note) => t(noteKeys[note]));
}

/** What looks wrong with a picture, in a few words for each thing. */
export function pictureFaults({ faults = [] }: Pick<StoredImage, 'faults'>): string[] {
  return faults.map((fault) => t(faultKeys[fault]));
}

/** `PNG`, `JPEG` and so on. */
export function typeWord({ type }: Pick<StoredImage, 'type'>): string {
  return type.replace(/^image\/|\+xml$/g, '').toUpperCase();
}

/** Width and height in words; undefined where the file does not say. */
export function sizeWords({ width, height }: Pick<StoredImage, 'width' | 'height'>): string | undefined {
  return width > 0 && height > 0 ? t('pixels', [width, height]) : undefined;
}

const noteKeys = {
  enlarged: 'note_enlarged',
  'scale-limited': 'note_scale_limited',
  'shrunk-to-fit': 'note_shrunk_to_fit',
  'over-byte-limit': 'note_over_byte_limit',
  'first-frame-only': 'note_first_frame_only',
  'cut-short': 'note_cut_short',
  'no-vector': 'note_no_vector',
  'drawn-instead': 'note_drawn_instead',
} as const satisfies Record<PictureNote, string>;

const faultKeys = {
  blank: 'fault_blank',
  'single-colour': 'fault_single_colour',
  tiny: 'fault_tiny',
  cut: 'fault_cut',
} as const satisfies Record<PictureFault, string>;
