import { t } from '../../i18n/t';
import type { SavedFile } from '../../messaging/protocol';
import { pictureNotes, sizeWords, typeWord } from './picture-words';
import type { ActionResult } from './use-action';

/** What a row says of a file that was saved: as what, where it is not as it was served, and what one should know of it. */
export function savedResult({ fileName, image, stoodIn }: SavedFile): ActionResult {
  const facts = [typeWord(image), sizeWords(image) ?? ''] as const;
  return { fileName, stoodIn, made: image.made && t('popup_saved_as', facts), notes: pictureNotes(image) };
}

/** The same of the sources of its diagrams. */
export function savedSources(fileNames: readonly string[]): ActionResult {
  return { made: t('popup_saved_source', fileNames.join(', ')) };
}
