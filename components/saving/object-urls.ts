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

export interface ObjectUrlsDependencies {
  outbox: Outbox;
  /** Asks for an object URL of a blob in the outbox. */
  open: (outboxId: string) => Promise<string>;
  /** Asks for an object URL of a ZIP of stored pictures. */
  openArchive: ObjectUrls['createArchive'];
  /** Asks to have one revoked. */
  close: (url: string) => Promise<void>;
}

/**
 * The blob goes through the outbox to a context that can make object URLs: a service worker cannot. The outbox is
 * emptied as soon as the address is there: a blob read from IndexedDB can be read on when its record is gone.
 */
export function createObjectUrls({ outbox, open, openArchive, close }: ObjectUrlsDependencies): ObjectUrls {
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
