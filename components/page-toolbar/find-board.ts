import { findMountedBoards, mountedBoard } from '../boards/find-mounted';
import { scroller as scrollerSelector } from '../boards/selectors';
import { t } from '../i18n/t';
import { flashBoard } from './flash-board';
import type { PageLink } from './page-link';
import { seekBoard } from './seek-board';

/** A tab that comes to the front draws late; nobody waits longer for a frame than this, in ms. */
const longestFrameMs = 100;
/** What shows that the user has taken over. */
const userSigns = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/** *Find in document*: scrolls to a board, mounted or not, and flashes it; or says that it was not found. */
export function createBoardFinder(page: Document, { signal, showNotice }: PageLink) {
  let last = new AbortController();

  return async (blockId: string, order: readonly string[]): Promise<void> => {
    last.abort();
    const mine = new AbortController();
    last = mine;
    const ended = AbortSignal.any([signal, mine.signal]);
    for (const name of userSigns) {
      addEventListener(name, () => mine.abort(), { capture: true, passive: true, signal: ended });
    }
    const found = await seekBoard(blockId, order, {
      scroller: page.querySelector(scrollerSelector) ?? page.documentElement,
      mounted: () => findMountedBoards(page),
      painted: () => nextFrame().then(nextFrame),
      signal: ended,
    });
    if (ended.aborted) return;
    if (!found)
      return showNotice({ tone: 'info', text: t('notice_not_found'), help: t('notice_not_found_help') });
    // What is mounted on the way takes its true height, and the board moves.
    for (let frames = 0; frames < 3; frames++) {
      mountedBoard(page, blockId)?.scrollIntoView({ block: 'center' });
      await nextFrame();
    }
    const board = mountedBoard(page, blockId);
    mine.abort();
    if (board) flashBoard(board, signal);
  };
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestFrameMs);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
