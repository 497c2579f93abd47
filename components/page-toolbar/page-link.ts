import type { PageNotice } from '../messaging/page-requests';
import type { PageBoard, Pointer } from './watch-pointer';

/**
 * What the content script lends to the part that is loaded on first use. Both live in the extension's own
 * world of the page, whose globals the page does not see.
 */
export interface PageLink {
  pointer: Pick<Pointer, 'board' | 'isEdited'>;
  showNotice(notice: PageNotice, act?: () => void): void;
  /** Set by the part that was loaded: told of each board that is pointed at. */
  onBoard?: (board: PageBoard | undefined) => void;
  /** Set by the part that was loaded. */
  findBoard?: (blockId: string, order: readonly string[]) => Promise<void>;
  /** Set by the part that was loaded; says itself how it went. Null means the board that is pointed at, or seen best. */
  copyBoard?: (blockId: string | null) => Promise<void>;
  /** Aborts when the extension is gone: everything of ours has to leave the page. */
  signal: AbortSignal;
}

declare global {
  var boardSaverPage: PageLink | undefined;
}
