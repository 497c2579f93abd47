import { toErrorData } from '../errors';
import type { FetchedImage } from '../messaging/protocol';
import { runTask, sendToBackground } from '../messaging/send';
import { settings } from '../settings/settings';

/** Has a board's picture lie in the store to be copied, with what is written on the board where the settings say so. */
export async function fetchToCopy(tabId: number, blockId: string): Promise<FetchedImage> {
  const [fetched, { isDescribed }] = await Promise.all([
    sendToBackground('board/fetch', { tabId, blockId }),
    settings.recipe.get(),
  ]);
  if (!isDescribed) return fetched;
  const { image } = fetched;
  const writing = await runTask('picture/describe', { imageKey: image.key }).catch((thrown: unknown) => ({
    error: toErrorData(thrown).code,
  }));
  return { ...fetched, image: { ...image, writing } };
}
