import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { StoredImage } from './stored-image';
import { parseStoredImage } from './stored-image-schema';

/**
 * Changes the record under a key if it is still there, in one transaction: a record that was removed meanwhile does
 * not come back, and what another context has noted meanwhile is not lost.
 *
 * @param change undefined: leave it
 * @returns whether there was something to change
 */
export function changeRecord(
  records: UseStore,
  key: string,
  change: (image: StoredImage) => StoredImage | undefined,
): Promise<boolean> {
  return records('readwrite', async (store) => {
    let isChanged = false;
    const request: IDBRequest<unknown> = store.get(key);
    request.addEventListener('success', () => {
      const image = parseStoredImage(request.result);
      const changed = image && change(image);
      if (changed === undefined) return;
      isChanged = true;
      store.put(changed, key);
    });
    await promisifyRequest(store.transaction);
    return isChanged;
  });
}
