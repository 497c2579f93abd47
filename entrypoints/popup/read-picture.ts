import { createImageStore } from '../../components/image-store/image-store';

// The background alone writes pictures: the budget is its business.
const store = createImageStore({ now: Date.now, budgetBytes: async () => Infinity });

/**
 * A stored picture as it was served, a drawing cleaned: shown as it came, one could keep the popup busy for ever.
 * Undefined if it has gone.
 *
 * @throws as cleaning does
 */
export async function readPicture(key: string): Promise<Blob | undefined> {
  const found = await store.get(key);
  if (found?.image.type !== 'image/svg+xml') return found?.blob;
  const { createBrowserPictures } = await import('../../components/images/browser-pictures');
  const source = { kind: 'served', blob: found.blob } as const;
  return (await createBrowserPictures().convert(source, { format: 'svg' })).blob;
}
