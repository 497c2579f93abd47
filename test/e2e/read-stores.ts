import type { Page } from '@playwright/test';

/** The keys in each database of a page's origin, in their order. */
export function readStores(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.name)));
      });
    const found: Record<string, string[]> = {};
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        found[name] = (await settled(database.transaction(store).objectStore(store).getAllKeys())).map(
          String,
        );
      }
      database.close();
    }
    return found;
  });
}
