import { render } from 'preact';
import browser from 'webextension-polyfill';
import { blockAddress } from '../../components/boards/block-address';
import { fromErrorData } from '../../components/errors';
import { t } from '../../components/i18n/t';
import { createImageStore } from '../../components/image-store/image-store';
import { createBrowserPictures } from '../../components/images/browser-pictures';
import { watchTopic } from '../../components/messaging/watch';
import { createBoardCopies } from '../../components/saving/board-copies';
import { copyToClipboard } from '../../components/saving/copy-to-clipboard';
import { settings } from '../../components/settings/settings';
import { whereCopyingIsAllowed } from '../../components/settings/where-copying-is-allowed';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/queue/queue.css';
import { dressPage } from '../../components/ui/dress-page';
import { Queue } from '../../components/ui/queue/queue';
import type { QueuedBoard, QueueDeps } from '../../components/ui/queue/queue-deps';
import { fetchToCopy } from '../../components/ui/fetch-to-copy';
import { withFocus } from './with-focus';

/** `?tab=7#block,block`: the document's tab, and which of its boards. */
const tabId = Number(new URLSearchParams(location.search).get('tab'));
const wanted = new Set(location.hash.slice(1).split(','));

const copies = createBoardCopies({
  images: createImageStore({ now: Date.now, budgetBytes: async () => Infinity }),
  convert: createBrowserPictures().convert,
  slideWidth: settings.slideWidth.get,
});

function list(): Promise<QueuedBoard[]> {
  return new Promise((resolve, reject) => {
    const stop = watchTopic('boards', { tabId }, (snapshot) => {
      if ('problem' in snapshot) return reject(fromErrorData(snapshot.problem));
      const { rows, settled, url } = snapshot.list;
      const chosen = rows.filter(({ board }) => wanted.has(board.blockId));
      if (chosen.length < wanted.size && !settled) return;
      resolve(
        chosen.map(({ board: { blockId }, name }) => ({ blockId, name, link: blockAddress(url, blockId) })),
      );
      queueMicrotask(() => stop());
    });
  });
}

const deps: QueueDeps = {
  list,
  async fetch({ blockId, ...board }) {
    const { image } = await fetchToCopy(tabId, blockId);
    return copies.one(image.key, board);
  },
  write: (copied) => copyToClipboard('picture', whereCopyingIsAllowed(copied)),
  watchKeys(next) {
    const listener = (command: string): void => {
      if (command === 'copy-next') void withFocus(next);
    };
    browser.commands.onCommand.addListener(listener);
    return () => browser.commands.onCommand.removeListener(listener);
  },
  close: () => window.close(),
};

dressPage(t('queue_title'));
render(<Queue deps={deps} />, document.body);
