import { defineContentScript } from 'wxt/utils/define-content-script';
import { boardAt, findMountedBoards } from '../components/boards/find-mounted';
import { documentMatches } from '../components/boards/page-url';
import { readTitle } from '../components/boards/read-title';
import { handleTrusted } from '../components/messaging/handle';
import type { PageRequests } from '../components/messaging/page-requests';
import { sendToBackground } from '../components/messaging/send';
import { createNotices } from '../components/page-toolbar/notice';
import { isToolbar } from '../components/page-toolbar/overlay';
import type { PageLink } from '../components/page-toolbar/page-link';
import { quietly } from '../components/page-toolbar/quietly';
import { watchDocument } from '../components/page-toolbar/watch-document';
import { watchPointer } from '../components/page-toolbar/watch-pointer';

/** Answers for its page, and lets the browser's own context menu open over a board. */
export default defineContentScript({
  matches: documentMatches,
  runAt: 'document_start',
  main(context) {
    const notices = createNotices(document);
    let takesMenu = true;

    const shown = watchDocument(window, () => {
      if (context.isValid) sendToBackground('page/changed').catch(() => {});
    });
    const pointer = watchPointer(window, {
      // After an update of the extension this script lives on in open pages, with nobody to talk to: the first
      // event that it hears then is its last.
      boardAt: (target) => (context.isValid ? boardAt(target) : undefined),
      isOurs: isToolbar,
      takesMenu: () => takesMenu,
      onBoard(board) {
        link.onBoard?.(board);
        if (context.isInvalid) return;
        shown.look();
        sendToBackground('pointer/board', { blockId: board?.blockId ?? null, bare: !link.onBoard }).then(
          ({ rightClick }) => (takesMenu = rightClick),
          () => {}, // A worker that cannot be reached has no menu to show either.
        );
      },
    });
    const link: PageLink = { pointer, showNotice: notices.show, signal: context.signal };
    globalThis.boardSaverPage = link;

    const stopAnswering = handleTrusted<PageRequests>('page', {
      'page/describe': async () => {
        shown.look();
        const isLeft = shown.isLeaving();
        return {
          url: location.href,
          title: isLeft ? '' : readTitle(document),
          mountedBlockIds: isLeft ? [] : findMountedBoards(document),
          isLeft,
        };
      },
      'page/pointed-board': async () => ({ blockId: pointer.lastContextMenu() }),
      'page/copy-board': async ({ blockId }) => {
        await link.copyBoard?.(blockId);
        return null;
      },
      'page/find-board': async ({ blockId, order }) => {
        await link.findBoard?.(blockId, order);
        return null;
      },
      'page/notice': async (notice) => {
        notices.show(notice);
        return null;
      },
    });
    context.onInvalidated(() => {
      pointer.stop();
      shown.stop();
      notices.remove();
      quietly(stopAnswering);
    });
  },
});
