import browser from 'webextension-polyfill';
import { createShownLists } from '../../components/finding/shown-lists';
import { runTask, sendToBackground } from '../../components/messaging/send';
import { watchTopic } from '../../components/messaging/watch';
import { copyToClipboard } from '../../components/saving/copy-to-clipboard';
import { hostAccess } from '../../components/settings/host-access';
import { noticeAccess } from '../../components/settings/notice-access';
import type { Policy } from '../../components/settings/policy';
import { settings } from '../../components/settings/settings';
import { whereCopyingIsAllowed } from '../../components/settings/where-copying-is-allowed';
import { pictureNotes } from '../../components/ui/popup/picture-words';
import type { PopupDeps } from '../../components/ui/popup/popup-deps';
import { fetchToCopy } from '../../components/ui/fetch-to-copy';
import { openCopyQueue } from './open-copy-queue';
import { reloadTab } from './reload-tab';
import { sidePanel } from './side-panel';

// What copies pictures comes when somebody copies.
const pictures = () => import('./pictures');
const ways = () => import('./way-to-boards');

const shownLists = createShownLists(
  () => localStorage,
  async () => !(await settings.forgetOnClose.get()),
  Date.now,
);

async function copyText(words: Promise<string>): Promise<{ stoodIn?: undefined }> {
  await copyToClipboard(
    'text',
    words.then((it) => ({ text: it })),
  );
  return {};
}

interface PopupPlace {
  /** Of the tab whose boards are shown. */
  id: number | undefined;
  /** Its address, where it may be known. */
  url: string | undefined;
  /** Whether it is shown beside the page, and stays when one goes on there. */
  isPanel: boolean;
  policy: Policy;
}

export function createPopupDeps({ id: tabId = 0, url: tabUrl, isPanel, policy }: PopupPlace): PopupDeps {
  const leave = (): void => {
    if (!isPanel) window.close();
  };
  return {
    tabId,
    tabUrl,
    policy,
    lastShown: shownLists.recall(tabUrl),
    remember: (list) => void shownLists.remember(list),
    send: sendToBackground,
    runTask,
    watch: watchTopic,
    readThumbnail: async (image) => (await import('./thumbnails')).readThumbnail(image),
    readPicture: async (key) => (await import('./read-picture')).readPicture(key),
    copyBoard: async ({ blockId, ...board }, kind) => {
      if (kind === 'link') return copyText(Promise.resolve(board.link));
      if (kind === 'markdown') {
        const saved = sendToBackground('board/save', { tabId, blockId });
        return copyText(
          saved.then(async ({ fileName }) => (await pictures()).boardMarkdown(board, fileName)),
        );
      }
      if (kind === 'document') {
        const fetchBoard = async () => (await fetchToCopy(tabId, blockId)).image.key;
        const copied = pictures().then(({ copies }) => copies.all([board], fetchBoard));
        await copyToClipboard('document', whereCopyingIsAllowed(copied));
        return {};
      }
      const fetched = fetchToCopy(tabId, blockId);
      const copied = fetched.then(async ({ image }) => (await pictures()).copies.one(image.key, board));
      await copyToClipboard('picture', whereCopyingIsAllowed(copied));
      const { stoodIn, image } = await fetched;
      return { stoodIn, notes: pictureNotes({ writing: image.writing }) };
    },
    copyAll: (boards, onProgress) => {
      const fetchBoard = async (index: number): Promise<string> => {
        onProgress(index);
        return (await fetchToCopy(tabId, boards[index]?.blockId ?? '')).image.key;
      };
      const copied = pictures().then(({ copies }) => copies.all(boards, fetchBoard));
      return copyToClipboard('document', whereCopyingIsAllowed(copied));
    },
    dragOut: (...dragged) => void import('./drag-out').then(({ dragOut }) => dragOut(...dragged)),
    copyOneByOne: (boards) =>
      openCopyQueue(
        tabId,
        boards.map(({ blockId }) => blockId),
      ).then(leave),
    saveSources: async (...board) => (await import('./save-sources')).saveSources(tabId, ...board),
    findBoard: async (blockId) => {
      await sendToBackground('board/find', { tabId, blockId });
      leave();
    },
    recipe: settings.recipe,
    output: settings.jobOutput,
    asksForEach: settings.asksForEach,
    mayCreateApp: async () => (await import('./may-create-app')).mayCreateApp(),
    openOptions: (brand) => {
      // The page opens in any case; the brand only saves a click there.
      const open = (): Promise<void> => browser.runtime.openOptionsPage();
      void (brand ? settings.defaultBrand.set(brand).then(open, open) : open());
    },
    showFile: async (fileName) => {
      const query = { query: [fileName], orderBy: ['-startTime'], limit: 1 };
      const [file] = await browser.downloads.search(query);
      if (file) await browser.downloads.show(file.id);
    },
    readShortcuts: async () => {
      const commands = await browser.commands.getAll();
      return Object.fromEntries(commands.map(({ name = '', shortcut = '' }) => [name, shortcut]));
    },
    wayToBoards: async () => (await ways()).wayToBoards(tabUrl),
    openPage: async (url) => {
      await (await ways()).openPage(url);
      leave();
    },
    diagnose: () => {
      const url = browser.runtime.getURL(`diagnosis.html?tab=${tabId}`);
      void browser.tabs.create({ url }).then(leave);
    },
    hostAccess,
    noticeAccess,
    sidePanel: isPanel ? undefined : sidePanel(),
    reloadTab: () => reloadTab(tabId),
    openLink: (url) => {
      if (url.startsWith('https://')) void browser.tabs.create({ url });
    },
    now: Date.now,
  };
}
