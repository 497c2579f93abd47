import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sendToBackground } from '../components/messaging/send';
import { createBoardFinder } from '../components/page-toolbar/find-board';
import type { PageLink } from '../components/page-toolbar/page-link';
import { quietly } from '../components/page-toolbar/quietly';
import { createToolbar } from '../components/page-toolbar/toolbar';
import { base64ToBlob } from '../components/saving/base64';
import { copyImage } from '../components/saving/copy-image';
import { settings } from '../components/settings/settings';

/** The part of the content script that is loaded when a board is first pointed at or looked for. */
export default defineUnlistedScript(() => {
  const link = globalThis.boardSaverPage;
  if (link && !link.onBoard) start(link);
});

function start(link: PageLink): void {
  const { pointer, showNotice, signal } = link;
  let isWanted = false; // until storage has answered

  const fetchPng = async (blockId: string) => {
    const { base64, name, notice } = await sendToBackground('page/board-png', { blockId });
    return { blob: base64ToBlob(base64, 'image/png'), name, notice };
  };
  const toolbar = createToolbar({
    page: document,
    showNotice,
    picture: fetchPng,
    async save(blockId) {
      const { notice } = await sendToBackground('page/save-board', { blockId });
      if (notice) showNotice(notice);
    },
    async copy(blockId) {
      const png = fetchPng(blockId);
      await copyImage(png.then(({ blob }) => blob));
      const { notice } = await png;
      if (notice) showNotice(notice);
    },
  });

  link.onBoard = (board) => {
    const isFree = isWanted && board && !pointer.isEdited(board.element);
    toolbar.show(isFree && !signal.aborted ? board : undefined);
  };
  link.findBoard = createBoardFinder(document, link);
  const want = (wanted: boolean): void => {
    isWanted = wanted;
    link.onBoard?.(pointer.board());
  };
  const stopWatching = settings.toolbar.watch(want);
  void settings.toolbar.get().then(want);
  signal.addEventListener('abort', () => {
    toolbar.show(undefined);
    quietly(stopWatching);
  });
}
