import { createImageStore } from '../../components/image-store/image-store';
import { createBrowserPictures } from '../../components/images/browser-pictures';
import { makeThumbnail } from '../../components/images/thumbnail';
import { createBoardCopies } from '../../components/saving/board-copies';
import { settings } from '../../components/settings/settings';
import { createLimiter } from '../../components/ui/popup/limiter';

/** Room of a thumbnail in device pixels: twice its 72 by 45 CSS px. */
const thumbnailRoom = { maxWidth: 144, maxHeight: 90 };

/** A picture of 12 megapixels takes 50 MB while it is drawn. */
const limitDrawing = createLimiter(2);

// The background alone writes pictures, the budget is its business; thumbnails are written here, where they are drawn.
const store = createImageStore({ now: Date.now, budgetBytes: async () => Infinity });

/** The thumbnail of a stored picture, drawn where there is none yet; undefined if the picture has gone. */
export async function readThumbnail(key: string): Promise<Blob | undefined> {
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

/** What is copied of stored pictures. */
export const copies = createBoardCopies({
  images: store,
  convert: createBrowserPictures().convert,
  slideWidth: settings.slideWidth.get,
});

export { boardMarkdown } from '../../components/saving/board-markdown';
