import type { Outbox } from '../image-store/outbox';
import type { ArchivedImage } from './archive';

/** Makes addresses that `downloads` can read a blob from. Every one must be revoked, or its bytes stay in memory. */
export interface ObjectUrls {
  create(blob: Blob): Promise<string>;
  /** An address of a ZIP of stored pictures, which is made where the address is. Fails as `archiveStored` does. */
  createArchive(files: readonly ArchivedImage[]): Promise<string>;
  /** May be called for an address that is not known any more. */
  revoke(url: string): Promise<void>;
}

/** In a context that can make object URLs: pages, and the background of Firefox. */
export function createDirectObjectUrls(
  archive: (files: readonly ArchivedImage[]) => Promise<Blob>,
): ObjectUrls {
  return {
    create: async (blob) => URL.createObjectURL(blob),
    createArchive: async (files) => URL.createObjectURL(await archive(files)),
    revoke: async (url) => URL.revokeObjectURL(url),
  };
}

export interface OffscreenObjectUrlsDependencies {
  outbox: Outbox;
  /** Asks the offscreen document for an object URL of a blob in the outbox. */
  open: (outboxId: string) => Promise<string>;
  /** Asks it for an object URL of a ZIP of stored pictures. */
  openArchive: ObjectUrls['createArchive'];
  /** Asks it to revoke one. */
  close: (url: string) => Promise<void>;
}

/**
 * Elsewhere: the blob goes through the outbox to a document that can. The outbox is emptied as soon as the
 * address is there: a blob read from IndexedDB can be read on when its record is gone.
 */
export function createOffscreenObjectUrls({
  outbox,
  open,
  openArchive,
  close,
}: OffscreenObjectUrlsDependencies): ObjectUrls {
  return {
    async create(blob) {
      const id = await outbox.put(blob);
      try {
        return await open(id);
      } finally {
        await outbox.remove(id).catch(() => undefined);
      }
    },
    createArchive: openArchive,
    revoke: close,
  };
}
