import { AppError } from '../errors';
import { createImageStore } from '../image-store/image-store';
import { createOutbox } from '../image-store/outbox';
import { drawSvg } from '../images/draw-svg';
import type { TrustedHandlers } from '../messaging/handle';
import type { OffscreenRequests } from '../messaging/protocol';
import { archiveStored } from '../saving/archive';

/** What each task is asked with, and what it answers. */
export type Tasks = TrustedHandlers<OffscreenRequests>;

/**
 * The background's tasks that need a DOM, or are too large to be loaded whenever it starts. What only some of them
 * need is imported when it is needed.
 */
export function createTasks(): Tasks {
  const outbox = createOutbox();
  // The background alone writes pictures: the budget is its business.
  const images = createImageStore({ now: Date.now, budgetBytes: async () => Infinity });

  const take = async (outboxId: string): Promise<Blob> => {
    const blob = await outbox.get(outboxId);
    if (!blob) throw new AppError('storage-failed');
    return blob;
  };

  return {
    'offscreen/object-url': async ({ outboxId }) => ({ url: URL.createObjectURL(await take(outboxId)) }),
    'offscreen/archive-url': async ({ files }) => ({
      url: URL.createObjectURL(await archiveStored(images, files)),
    }),
    'offscreen/revoke-url': async ({ url }) => {
      URL.revokeObjectURL(url);
      return null;
    },
    'offscreen/draw-svg': async ({ outboxId }) => ({
      outboxId: await outbox.put(await drawSvg(await take(outboxId))),
    }),
  };
}
