import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createStore, keys } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import { createImageStore } from '../../../components/image-store/image-store';
import type { StoredImage } from '../../../components/image-store/stored-image';
import { createThumbnailStore } from '../../../components/image-store/thumbnail-store';

const blob = new Blob(['x'.repeat(10)]);
const thumbnail = new Blob(['t'.repeat(4)]);
const image = (id: string, fetchedAt = 1): StoredImage => ({
  key: `feishu/me/${id}`,
  whiteboardId: id,
  type: 'image/png',
  bytes: 10,
  width: 4,
  height: 3,
  fetchedAt,
  usedAt: fetchedAt,
});
const open = (budget = 1000) => ({
  images: createImageStore({ now: () => 9, budgetBytes: async () => budget }),
  thumbnails: createThumbnailStore(),
});
const left = (): Promise<IDBValidKey[]> => keys(createStore('board-saver-thumbnails', 'blobs'));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('thumbnails', () => {
  it('are kept beside their picture, across restarts, and count for the budget', async () => {
    const { images, thumbnails } = open();
    await images.put(image('a'), blob);
    await thumbnails.put(image('a'), thumbnail);
    expect(await (await open().thumbnails.get(image('a')))?.text()).toBe('tttt');
    expect(await images.usage()).toEqual({ images: 1, bytes: 14 });
  });

  it('go with their picture: when it is replaced, removed, cleared or evicted', async () => {
    const { images, thumbnails } = open(25);
    const keep = async (id: string): Promise<void> => {
      await images.put(image(id), blob);
      await thumbnails.put(image(id), thumbnail);
      expect(await left()).toContain(image(id).key);
    };
    await keep('a');
    await images.put(image('a', 2), blob);
    expect(await left()).toEqual([]);
    await keep('a');
    await images.remove(image('a').key);
    expect(await left()).toEqual([]);
    await keep('a');
    await images.clear();
    expect(await left()).toEqual([]);
    await keep('a');
    await images.put(image('b', 2), blob);
    await images.settle(image('b').key);
    // 10 + 10 bytes would be within the 25; with the thumbnail they are as well, and with another picture not.
    expect(await left()).toEqual([image('a').key]);
    await images.put(image('c', 3), blob);
    expect(await left()).toEqual([]);
  });

  it('are not kept of a picture that has gone, and not shown for one that was replaced meanwhile', async () => {
    const { images, thumbnails } = open();
    await thumbnails.put(image('a'), thumbnail);
    expect(await left()).toEqual([]);
    await images.put(image('a', 2), blob);
    await thumbnails.put(image('a', 1), thumbnail);
    expect(await thumbnails.get(image('a', 2))).toBeUndefined();
    await thumbnails.put(image('a', 2), thumbnail);
    expect(await thumbnails.get(image('a', 2))).toBeDefined();
    expect(await thumbnails.get(image('a', 1))).toBeUndefined();
  });
});
