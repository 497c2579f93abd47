import { AppError } from '../../components/errors';
import { createImageStore } from '../../components/image-store/image-store';
import { createOutbox } from '../../components/image-store/outbox';
import { drawSvg } from '../../components/images/draw-svg';
import { handleTrusted } from '../../components/messaging/handle';
import type { OffscreenRequests } from '../../components/messaging/protocol';
import { archiveStored } from '../../components/saving/archive';

/**
 * What Chromium's service worker cannot do for want of a DOM: object URLs, and drawing an SVG. ZIPs are made here as
 * well, so that their bytes need not travel to where their address is.
 */
const outbox = createOutbox();
// The background alone writes pictures: the budget is its business.
const images = createImageStore({ now: Date.now, budgetBytes: async () => Infinity });

async function take(outboxId: string): Promise<Blob> {
  const blob = await outbox.get(outboxId);
  if (!blob) throw new AppError('storage-failed');
  return blob;
}

handleTrusted<OffscreenRequests>('offscreen', {
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
});
