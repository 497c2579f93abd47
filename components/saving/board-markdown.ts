import { cleanText } from '../boards/clean-text';
import { boardLink } from './board-link';
import type { CopiedBoard } from './clipboard-html';

/**
 * A board for people who write Markdown (https://spec.commonmark.org): its name, linked back to it, and above
 * that its picture where one is saved beside the text.
 *
 * @param file path of the picture, from where the text will be
 */
export function boardMarkdown(board: CopiedBoard, file?: string): string {
  const name = escapeMarkdown(cleanText(board.name));
  const link = boardLink(board.link);
  const title = link === undefined ? name : `[${name}](${destination(link)})`;
  return file === undefined ? title : `![${name}](${destination(file)})\n\n${title}`;
}

/** Only what means something where the name stands: more would be in the way of who reads the source. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** In angle brackets where it would end early without. */
function destination(target: string): string {
  return /[\s()<>]/.test(target) ? `<${target.replace(/[\\<>]/g, '\\$&')}>` : target;
}
