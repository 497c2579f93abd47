import { AppError } from '../../components/errors';
import { createOutbox } from '../../components/image-store/outbox';
import { drawSvg } from '../../components/images/draw-svg';
import { handleTrusted } from '../../components/messaging/handle';
import type { OffscreenRequests } from '../../components/messaging/protocol';

/** What Chromium's service worker cannot do for want of a DOM: object URLs, and drawing an SVG. */
const outbox = createOutbox();

async function take(outboxId: string): Promise<Blob> {
  const blob = await outbox.get(outboxId);
  if (!blob) throw new AppError('storage-failed');
  return blob;
}

handleTrusted<OffscreenRequests>('offscreen', {
  'offscreen/object-url': async ({ outboxId }) => ({ url: URL.createObjectURL(await take(outboxId)) }),
  'offscreen/revoke-url': async ({ url }) => {
    URL.revokeObjectURL(url);
    return null;
  },
  'offscreen/draw-svg': async ({ outboxId }) => ({
    outboxId: await outbox.put(await drawSvg(await take(outboxId))),
  }),
});
