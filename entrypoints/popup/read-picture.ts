import { createImageStore } from '../../components/image-store/image-store';

// The background alone writes pictures: the budget is its business.
const store = createImageStore({ now: Date.now, budgetBytes: async () => Infinity });

/** A stored picture as it was served; undefined if it has gone. */
export async function readPicture(key: string): Promise<Blob | undefined> {
  return (await store.get(key))?.blob;
}
