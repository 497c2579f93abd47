import browser from 'webextension-polyfill';
import { recallShownList } from '../../components/finding/shown-lists';
import type { BoardList } from '../../components/messaging/protocol';
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
import { sidePanel } from './side-panel';

// What copies pictures comes when somebody copies.
const pictures = () => import('./pictures');
const elsewhere = () => import('./go-elsewhere');

/** Some places forbid it: then reading it throws. */
const openStorage = (): Storage => localStorage;

async function remember(list: BoardList): Promise<void> {
  const { rememberShownList } = await import('../../components/finding/remember-shown-list');
  const mayKeep = async (): Promise<boolean> => !(await settings.forgetOnClose.get());
  await rememberShownList({ open: openStorage, mayKeep, now: Date.now }, list);
}

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

/** What the popup, or the side panel, asks and does: by messages to the background, and here where only a page can. */
export function createPopupDeps({ id: tabId = 0, url: tabUrl, isPanel, policy }: PopupPlace): PopupDeps {
  const leave = (): void => {
    if (!isPanel) window.close();
  };
  return {
    tabId,
    tabUrl,
    policy,
    lastShown: recallShownList(openStorage, tabUrl),
    remember: (list) => void remember(list),
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
    copyOneByOne: async (boards) => {
      const blockIds = boards.map(({ blockId }) => blockId);
      await (await elsewhere()).openCopyQueue(tabId, blockIds);
      leave();
    },
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
    showFile: async (fileName) => (await elsewhere()).showFile(fileName),
    readShortcuts: async () => {
      const commands = await browser.commands.getAll();
      return Object.fromEntries(commands.map(({ name = '', shortcut = '' }) => [name, shortcut]));
    },
    wayToBoards: async () => (await import('../../components/finding/way-to-boards')).wayToBoards(tabUrl),
    openPage: async (url) => {
      await (await elsewhere()).openPage(url);
      leave();
    },
    diagnose: async () => {
      await (await elsewhere()).diagnose(tabId);
      leave();
    },
    hostAccess,
    noticeAccess,
    sidePanel: isPanel ? undefined : sidePanel(),
    reloadTab: async () => (await import('./reload-tab')).reloadTab(tabId),
    openLink: (url) => {
      if (url.startsWith('https://')) void browser.tabs.create({ url });
    },
    now: Date.now,
  };
}
