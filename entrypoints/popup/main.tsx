import { render } from 'preact';
import browser from 'webextension-polyfill';
import { AppError } from '../../components/errors';
import { t } from '../../components/i18n/t';
import { createImageStore } from '../../components/image-store/image-store';
import { drawSvg } from '../../components/images/draw-svg';
import { makeThumbnail } from '../../components/images/thumbnail';
import { toPng } from '../../components/images/to-png';
import { sendToBackground } from '../../components/messaging/send';
import { watchTopic } from '../../components/messaging/watch';
import { copyImage } from '../../components/saving/copy-image';
import { settings } from '../../components/settings/settings';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/popup/popup.css';
import { dressPage } from '../../components/ui/dress-page';
import { createLimiter } from '../../components/ui/popup/limiter';
import { Popup } from '../../components/ui/popup/popup';
import type { PopupDeps } from '../../components/ui/popup/popup-deps';
import { reloadTab } from './reload-tab';

/** Room of a thumbnail in device pixels: twice its 72 by 45 CSS px. */
const thumbnailRoom = { maxWidth: 144, maxHeight: 90 };

/** A picture of 12 megapixels takes 50 MB while it is drawn. */
const limitDrawing = createLimiter(2);

// The background alone writes pictures, the budget is its business; thumbnails are written here, where they are drawn.
const store = createImageStore({ now: Date.now, budgetBytes: async () => Infinity });

async function readThumbnail(key: string): Promise<Blob | undefined> {
  const kept = await store.thumbnail(key);
  return kept ?? limitDrawing(() => drawThumbnail(key), new AbortController().signal);
}

async function drawThumbnail(key: string): Promise<Blob | undefined> {
  const found = await store.get(key);
  if (!found) return undefined;
  const made = await makeThumbnail(found.blob, found.image.type, thumbnailRoom);
  // Drawn once: the next popup finds it. One that cannot be kept is drawn again.
  if (made) await store.putThumbnail(key, made).catch(() => undefined);
  return made ?? found.blob;
}

async function readPng(key: string): Promise<Blob> {
  const found = await store.get(key);
  if (!found) throw new AppError('storage-failed'); // stored a moment ago, and gone
  return toPng(found.blob, found.image.type, { drawSvg });
}

function createDeps(tabId: number): PopupDeps {
  return {
    tabId,
    send: sendToBackground,
    watch: watchTopic,
    readThumbnail,
    copyBoard: async (blockId) => {
      const fetched = sendToBackground('board/fetch', { tabId, blockId });
      await copyImage(fetched.then(({ image }) => readPng(image.key)));
      const { stoodIn } = await fetched;
      return { stoodIn };
    },
    findBoard: async (blockId) => {
      await sendToBackground('board/find', { tabId, blockId });
      window.close();
    },
    output: settings.jobOutput,
    openOptions: (brand) => {
      // The page opens in any case; the brand only saves a click there.
      const open = (): Promise<void> => browser.runtime.openOptionsPage();
      void (brand ? settings.defaultBrand.set(brand).then(open, open) : open());
    },
    diagnose: () => {
      const url = browser.runtime.getURL(`diagnosis.html?tab=${tabId}`);
      void browser.tabs.create({ url }).then(() => window.close());
    },
    reloadTab: () => reloadTab(tabId),
    openLink: (url) => {
      if (url.startsWith('https://')) void browser.tabs.create({ url });
    },
    now: Date.now,
  };
}

/** `?tab=7` shows the boards of that tab: the popup in a window of its own. */
const asked = new URLSearchParams(location.search).get('tab');
document.documentElement.classList.toggle('as-page', asked !== null);
dressPage(t('extension_name'));

const [active] = asked === null ? await browser.tabs.query({ active: true, currentWindow: true }) : [];
render(<Popup deps={createDeps(asked === null ? (active?.id ?? 0) : Number(asked))} />, document.body);
