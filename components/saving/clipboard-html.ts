import { cleanText } from '../boards/clean-text';
import type { StoredImage } from '../image-store/stored-image';
import type { ImageSize } from '../images/measure';
import { altText } from './alt-text';
import { boardLink } from './board-link';

/** A board as it is copied. */
export interface CopiedBoard {
  name: string;
  /** The address of the board in its document. */
  link?: string | undefined;
  /** What is written on it, where that was asked for. */
  writing?: StoredImage['writing'];
}

/** Its picture. */
export interface CopiedPicture {
  /** A `data:` URL of the PNG: other programs cannot fetch what the document shows. */
  src: string;
  /** In pixels of the PNG. */
  size: ImageSize;
}

/**
 * What lies on the clipboard beside the PNG, for editors that take `text/html`: the picture alone, as browsers
 * copy one, with its width, its name and writing as alt text and a link back around it. No text beside it: slide editors
 * would put that into a box of its own.
 *
 * @param intendedWidth pixels that pictures for slides have
 */
export function clipboardHtml(board: CopiedBoard, picture: CopiedPicture, intendedWidth: number): string {
  const { width, height } = shownSize(picture.size, intendedWidth);
  const src = escapeHtml(picture.src);
  const image = `<img src="${src}" alt="${escapeHtml(altText(board.name, board))}" width="${width}" height="${height}">`;
  const link = boardLink(board.link);
  return link === undefined ? image : `<a href="${escapeHtml(link)}">${image}</a>`;
}

/** All of several boards, for documents and mail: each with its name, linked, above it. */
export function clipboardHtmlOfAll(
  boards: readonly { board: CopiedBoard; picture: CopiedPicture }[],
  intendedWidth: number,
): string {
  const section = ({ board, picture }: (typeof boards)[number]): string => {
    const name = escapeHtml(cleanText(board.name));
    const link = boardLink(board.link);
    const title = link === undefined ? name : `<a href="${escapeHtml(link)}">${name}</a>`;
    return `<p>${title}</p><p>${clipboardHtml({ ...board, link: undefined }, picture, intendedWidth)}</p>`;
  };
  return boards.map(section).join('');
}

/**
 * The size in CSS pixels: half of the pixels intended, so that it is sharp on a screen with two of them for
 * each; 960 of 1920 is the width of a slide in Google Slides and of a page in most documents. What is smaller
 * keeps its own size.
 */
export function shownSize(size: ImageSize, intendedWidth: number): ImageSize {
  const width = Math.max(1, Math.round(Math.min(size.width, intendedWidth / 2)));
  return { width, height: Math.max(1, Math.round((size.height * width) / size.width)) };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
