import type { PageDescription } from '../boards/board';

/** A short note shown inside the page when something that was started there needs words. */
export interface PageNotice {
  tone: 'info' | 'error';
  /** One sentence, in the user's language. */
  text: string;
  /** The way out, in the user's language. */
  help?: string | undefined;
  /** What there is to do about it, in the user's language. */
  button?: string | undefined;
}

/** What a page is told of something that it asked for and got: words, where success alone says too little. */
export interface PageResult {
  notice?: PageNotice | undefined;
}

/** Requests that a content script answers. They come from our own background only. */
export interface PageRequests {
  'page/describe': { params: undefined; reply: PageDescription };
  /** The board that the context menu was opened over, if it was one. */
  'page/pointed-board': { params: undefined; reply: { blockId: string | null } };
  /** Puts the board on the clipboard, from the page that has the focus; null: the one that is pointed at, or seen best. */
  'page/copy-board': { params: { blockId: string | null }; reply: null };
  /** Scrolls to the board and flashes it. `order`: all boards of the document, as far as they are known. */
  'page/find-board': { params: { blockId: string; order: string[] }; reply: null };
  'page/notice': { params: PageNotice; reply: null };
}
