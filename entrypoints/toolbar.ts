import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDragSource } from '../components/dragging/drag-source';
import { dragPreview } from '../components/dragging/drag-preview';
import { sendToBackground } from '../components/messaging/send';
import { AppError, toErrorData } from '../components/errors';
import { errorText } from '../components/i18n/error-text';
import { t } from '../components/i18n/t';
import { boardInView } from '../components/page-toolbar/board-in-view';
import { createBoardCopy } from '../components/page-toolbar/copy-board';
import { createBoardFinder } from '../components/page-toolbar/find-board';
import type { PageLink } from '../components/page-toolbar/page-link';
import { quietly } from '../components/page-toolbar/quietly';
import { createToolbar, type Toolbar } from '../components/page-toolbar/toolbar';
import { base64ToBlob } from '../components/saving/base64';
import { copyToClipboard } from '../components/saving/copy-to-clipboard';
import { htmlWithPng } from '../components/saving/html-with-png';
import { settings } from '../components/settings/settings';

/** The part of the content script that is loaded when a board is first pointed at or looked for. */
export default defineUnlistedScript(() => {
  const link = globalThis.boardSaverPage;
  if (link && !link.onBoard) start(link);
});

function start(link: PageLink): void {
  const { pointer, showNotice, signal } = link;
  let isWanted = false; // until it is known
  let toolbar: Toolbar | undefined; // until it is known what is allowed

  const fetchBoard = (blockId: string) => sendToBackground('page/board-png', { blockId });
  const copyBoard = createBoardCopy({
    fetchBoard,
    write: (fetched) =>
      copyToClipboard(
        'picture',
        fetched.then(({ base64, html }) => ({
          png: base64ToBlob(base64, 'image/png'),
          html: htmlWithPng(html, base64),
        })),
      ),
    showNotice,
  });
  const create = (mayCopy: boolean): Toolbar =>
    createToolbar({
      page: document,
      mayCopy,
      showNotice,
      async drag(blockId) {
        const { base64, html, name } = await fetchBoard(blockId);
        const blob = base64ToBlob(base64, 'image/png');
        const preview = await dragPreview(document, blob);
        return createDragSource(document, { blob, name, html: htmlWithPng(html, base64) }, preview);
      },
      async save(blockId) {
        const { notice } = await sendToBackground('page/save-board', { blockId });
        if (notice) showNotice(notice);
      },
      async copy(blockId) {
        const { isCopied, notice } = await copyBoard(blockId);
        if (notice) showNotice(notice);
        return isCopied;
      },
    });

  link.onBoard = (board) => {
    const isFree = isWanted && board && !pointer.isEdited(board.element);
    toolbar?.show(isFree && !signal.aborted ? board : undefined);
  };
  link.copyBoard = async (asked) => {
    try {
      const blockId = asked ?? pointer.board()?.blockId ?? boardInView(document);
      if (blockId === undefined) throw new AppError('no-board-in-view');
      const { isCopied, notice } = await copyBoard(blockId);
      if (isCopied) showNotice(notice ?? { tone: 'info', text: t('notice_copied') });
    } catch (thrown) {
      // Said here: the content script, which has an `AppError` of its own, would not know ours.
      const { sentence, help } = errorText(toErrorData(thrown));
      showNotice({ tone: 'error', text: sentence, help });
    }
  };
  link.findBoard = createBoardFinder(document, link);
  // The background is asked, also when the user has changed it here: policies are kept from pages.
  const look = async (): Promise<void> => {
    // Where the background cannot be asked, no button could do anything.
    const allowed = await sendToBackground('page/allowed').catch(() => undefined);
    if (allowed) toolbar ??= create(allowed.copying);
    isWanted = allowed?.toolbar === true;
    link.onBoard?.(pointer.board());
  };
  const stopWatching = settings.toolbar.watch(() => void look());
  void look();
  signal.addEventListener('abort', () => {
    toolbar?.show(undefined);
    quietly(stopWatching);
  });
}
