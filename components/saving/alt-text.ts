import { cleanText } from '../boards/clean-text';
import type { StoredImage } from '../image-store/stored-image';

/** What somebody who cannot see a picture is told of it: its name and, where it was asked for, what is written on the board. */
export function altText(name: string, { writing }: Pick<StoredImage, 'writing'>): string {
  const text = writing && 'text' in writing ? writing.text : '';
  return [cleanText(name), text].filter(Boolean).join('\n');
}
