import { clear, createStore, del, get } from 'idb-keyval';
import { setValue } from './set-value';
import { withStorageErrors } from './storage-errors';

/**
 * Bytes on their way from one context to another: to the offscreen document, which makes an object URL of
 * them or draws them, and back. Messages carry ids only. Nothing here outlives its errand: whoever puts a blob
 * in removes it, and `clear` at the start of the background takes what a killed one left.
 */
export interface Outbox {
  /** @throws `storage-full`, `storage-failed` */
  put(blob: Blob): Promise<string>;
  get(id: string): Promise<Blob | undefined>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

/** The one outbox of this extension, shared by its contexts. */
export function createOutbox(newId: () => string = () => crypto.randomUUID()): Outbox {
  const blobs = createStore('board-saver-outbox', 'blobs');
  return {
    put: (blob) =>
      withStorageErrors(async () => {
        const id = newId();
        await setValue(id, blob, blobs);
        return id;
      }),
    get: (id) =>
      withStorageErrors(async () => {
        const blob = await get<unknown>(id, blobs);
        return blob instanceof Blob ? blob : undefined;
      }),
    remove: (id) => withStorageErrors(() => del(id, blobs)),
    clear: () => withStorageErrors(() => clear(blobs)),
  };
}
