import type { Outbox } from '../../components/image-store/outbox';
import { sendToOffscreen } from '../../components/messaging/send';
import { createOffscreenObjectUrls, type ObjectUrls } from '../../components/saving/object-urls';
import type { OffscreenDocument } from './offscreen-document';

/** Object URLs made in the offscreen document, which stays open for as long as one of them is in use. */
export function createHeldObjectUrls(document: OffscreenDocument, outbox: Outbox): ObjectUrls {
  const releases = new Map<string, () => void>();
  const open = async (ask: () => Promise<{ url: string }>): Promise<string> => {
    const release = await document.hold();
    try {
      const { url } = await ask();
      releases.set(url, release);
      return url;
    } catch (thrown) {
      release();
      throw thrown;
    }
  };
  return createOffscreenObjectUrls({
    outbox,
    open: (outboxId) => open(() => sendToOffscreen('offscreen/object-url', { outboxId })),
    openArchive: (files) => open(() => sendToOffscreen('offscreen/archive-url', { files: [...files] })),
    async close(url) {
      await sendToOffscreen('offscreen/revoke-url', { url });
      releases.get(url)?.();
      releases.delete(url);
    },
  });
}
