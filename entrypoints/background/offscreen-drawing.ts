import { AppError } from '../../components/errors';
import type { Outbox } from '../../components/image-store/outbox';
import { sendToOffscreen } from '../../components/messaging/send';
import type { OffscreenDocument } from './offscreen-document';

/** Draws an SVG as PNG in the offscreen document: a service worker has no `Image`. Fails as `drawSvg` does. */
export function createOffscreenDrawing(
  document: OffscreenDocument,
  outbox: Outbox,
): (svg: Blob) => Promise<Blob> {
  return async (svg) => {
    const release = await document.hold();
    const waiting: string[] = [];
    try {
      waiting.push(await outbox.put(svg));
      const { outboxId } = await sendToOffscreen('offscreen/draw-svg', { outboxId: waiting[0] ?? '' });
      waiting.push(outboxId);
      const png = await outbox.get(outboxId);
      if (!png) throw new AppError('storage-failed');
      return png;
    } finally {
      release();
      await Promise.all(waiting.map((id) => outbox.remove(id)));
    }
  };
}
