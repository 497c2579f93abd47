import { promisifyRequest, type UseStore } from 'idb-keyval';

/**
 * Writes values, all or none, as `setMany` of idb-keyval does, but says why when it fails: `setMany` listens to the
 * transaction alone, whose `error` is still null when the failure of its request bubbles up to it.
 */
export function setValues(
  values: readonly (readonly [key: string, value: unknown])[],
  store: UseStore,
): Promise<void> {
  return store('readwrite', async (objects) => {
    const requests = values.map(([key, value]) => promisifyRequest(objects.put(value, key)));
    await Promise.all([...requests, promisifyRequest(objects.transaction)]);
  });
}
