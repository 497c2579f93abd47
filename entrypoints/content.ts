import { defineContentScript } from 'wxt/utils/define-content-script';
import { boardAt, findMountedBoards } from '../components/boards/find-mounted';
import { documentMatches } from '../components/boards/page-url';
import { readTitle } from '../components/boards/read-title';
import { handleTrusted } from '../components/messaging/handle';
import type { PageRequests } from '../components/messaging/protocol';
import { sendToBackground } from '../components/messaging/send';
import { createNotices } from '../components/page-toolbar/notice';
import { watchPointer } from '../components/page-toolbar/watch-pointer';
import { base64ToBlob } from '../components/saving/base64';
import { copyImage } from '../components/saving/copy-image';

/** Answers for its page, and lets the browser's own context menu open over a board. */
export default defineContentScript({
  matches: documentMatches,
  runAt: 'document_start',
  main(context) {
    const notices = createNotices(document);
    const pointer = watchPointer(window, boardAt, (blockId) => {
      // Nobody waits for this: a worker that cannot be reached has no menu to show either.
      sendToBackground('pointer/board', { blockId }).catch(() => {});
    });
    const stopAnswering = handleTrusted<PageRequests>('page', {
      'page/describe': async () => ({
        url: location.href,
        title: readTitle(document),
        mountedBlockIds: findMountedBoards(document),
      }),
      'page/pointed-board': async () => ({ blockId: pointer.lastContextMenu() }),
      'page/copy-board': async ({ blockId }) => {
        const png = sendToBackground('page/board-png', { blockId });
        await copyImage(png.then(({ base64 }) => base64ToBlob(base64, 'image/png')));
        return null;
      },
      'page/notice': async (notice) => {
        notices.show(notice);
        return null;
      },
    });
    // After an update of the extension this script lives on in open pages, with nobody to talk to.
    context.onInvalidated(() => {
      pointer.stop();
      notices.remove();
      stopAnswering();
    });
  },
});
