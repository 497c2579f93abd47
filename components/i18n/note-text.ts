import type { SavedNote } from '../picture-notes';
import { t } from './t';

type Underscored<Code extends string> = Code extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Code;

/** What one should know of a picture, in the user's language. Every note has its words in every locale file. */
export function noteText(note: string): string {
  return t(`note_${note.replaceAll('-', '_') as Underscored<SavedNote>}`);
}
