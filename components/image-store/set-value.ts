import { promisifyRequest, type UseStore } from 'idb-keyval';

/**
 * Writes one value, as `set` of idb-keyval does, but says why when it fails: `set` listens to the transaction
 * alone, whose `error` is still null when the failure of its request bubbles up to it.
 */
export function setValue(key: string, value: unknown, store: UseStore): Promise<void> {
  return store('readwrite', async (objects) => {
    await Promise.all([promisifyRequest(objects.put(value, key)), promisifyRequest(objects.transaction)]);
  });
}
