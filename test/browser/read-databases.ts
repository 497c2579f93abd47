import type { Page } from '@playwright/test';

/**
 * Everything in the IndexedDB of a page's origin, as text, by the names of the databases: keys, values, and
 * the bytes of blobs as Latin-1.
 */
export function readDatabases(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.name)));
      });
    const toText = async (value: unknown): Promise<string> =>
      value instanceof Blob
        ? new TextDecoder('latin1').decode(await value.arrayBuffer())
        : JSON.stringify(value);
    const read = async (name: string): Promise<string> => {
      const database = await settled(indexedDB.open(name));
      const texts: string[] = [];
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
        for (const part of [...keys, ...(values as unknown[])]) texts.push(await toText(part));
      }
      database.close();
      return texts.join('\n');
    };
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await read(name)] as const)),
    );
  });
}
