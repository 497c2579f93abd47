import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { createStore, get, keys, promisifyRequest, set } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountPrefix, imageKey, madeKey } from '../../../components/image-store/image-key';
import { createImageStore } from '../../../components/image-store/image-store';
import { createThumbnailStore } from '../../../components/image-store/thumbnail-store';
import type { StoredImage } from '../../../components/image-store/stored-image';

let time: number;
let budget: number;
let held: Set<string>;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  time = 1000;
  budget = 1000;
  held = new Set();
});

afterEach(() => vi.unstubAllGlobals());

/** As long as a slow machine may need. */
const patience = { timeout: 4000 };

/** The browser's locks, which all contexts of an extension share: whoever asks for one gets it after those before. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    asked: 0,
    request<Result>(_name: string, work: () => Promise<Result>): Promise<Result> {
      this.asked += 1;
      const run = last.then(work);
      last = run.catch(() => undefined);
      return run;
    },
  };
}

/** Keeps everybody else from the thumbnails. @returns what lets them go on */
function holdThumbnails(): () => void {
  let isHeld = true;
  void createStore('board-saver-thumbnails', 'blobs')('readwrite', (store) => {
    const goOn = (): void => {
      if (isHeld) store.get('').onsuccess = goOn;
    };
    goOn();
    return promisifyRequest(store.transaction);
  });
  return () => (isHeld = false);
}

const open = () =>
  createImageStore({ now: () => (time += 1), budgetBytes: async () => budget, held: async () => held });

function picture(id: string, bytes = 10, fill = 'x'): [StoredImage, Blob] {
  const image: StoredImage = {
    key: imageKey('feishu', 'me', id),
    whiteboardId: id,
    type: 'image/png',
    bytes,
    width: 4,
    height: 3,
    fetchedAt: (time += 1),
    usedAt: time,
  };
  return [image, new Blob([fill.repeat(bytes)], { type: 'image/png' })];
}
const key = (id: string): string => imageKey('feishu', 'me', id);
const present = async (store: ReturnType<typeof open>, ...ids: string[]): Promise<string[]> => {
  const found = await store.peek(ids.map(key));
  return ids.filter((_, index) => found[index] !== undefined);
};

describe('image store', () => {
  it('gives back what was put, whole, after a restart too', async () => {
    const [image, blob] = picture('a');
    await open().put(image, blob);
    const found = await open().get(image.key);
    expect(found?.image).toMatchObject({ whiteboardId: 'a', bytes: 10 });
    expect(await found?.blob.text()).toBe('xxxxxxxxxx');
    expect(found?.blob.type).toBe('image/png');
    expect(await open().get(key('b'))).toBeUndefined();
  });

  it('counts reading as a use, and looking at records as none', async () => {
    const store = open();
    const [image, blob] = picture('a');
    await store.put(image, blob);
    await store.peek([image.key]);
    expect((await store.peek([image.key]))[0]?.usedAt).toBe(image.usedAt);
    const read = await store.get(image.key);
    expect(read?.image.usedAt).toBeGreaterThan(image.usedAt);
    expect((await store.peek([image.key]))[0]?.usedAt).toBe(read?.image.usedAt);
  });

  it('evicts the least recently used beyond the budget', async () => {
    const store = open();
    for (const id of ['a', 'b', 'c']) await store.put(...picture(id, 400));
    expect(await present(store, 'a', 'b', 'c')).toEqual(['b', 'c']);
    await store.get(key('b'));
    await store.put(...picture('d', 400));
    expect(await present(store, 'b', 'c', 'd')).toEqual(['b', 'd']);
    expect(await store.usage()).toEqual({ images: 2, bytes: 800 });
  });

  it('keeps the picture just put, even one beyond the budget, until the next one comes', async () => {
    const store = open();
    await store.put(...picture('a'));
    await store.put(...picture('huge', 5000));
    expect(await present(store, 'a', 'huge')).toEqual(['huge']);
    expect((await store.get(key('huge')))?.blob.size).toBe(5000);
    await store.put(...picture('b'));
    expect(await present(store, 'huge', 'b')).toEqual(['b']);
  });

  it('never evicts what is held', async () => {
    const store = open();
    held = new Set([key('a'), key('b')]);
    for (const id of ['a', 'b', 'c', 'd']) await store.put(...picture(id, 600));
    expect(await present(store, 'a', 'b', 'c', 'd')).toEqual(['a', 'b', 'd']);
  });

  it('writes together those that come while another is being written, each whole', async () => {
    budget = 100_000;
    const store = open();
    const puts = Array.from({ length: 20 }, (_, index) => store.put(...picture(`p${index}`, 300 + index)));
    expect(new Set(puts).size).toBeLessThan(20);
    await Promise.all(puts);
    for (let index = 0; index < 20; index += 1) {
      expect((await store.get(key(`p${index}`)))?.blob.size).toBe(300 + index);
    }
  });

  it('is back within the budget with the next one after many that were put at once', async () => {
    const store = open();
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.put(...picture(`p${index}`, 300))));
    await store.put(...picture('next', 300));
    expect(await store.usage()).toEqual({ images: 3, bytes: 900 });
    expect(await keys(createStore('board-saver-image-blobs', 'blobs'))).toHaveLength(3);
  });

  it('replaces a picture', async () => {
    const store = open();
    await store.put(...picture('a', 10, 'o'));
    await store.put(...picture('a', 20, 'n'));
    expect(await (await store.get(key('a')))?.blob.text()).toBe('n'.repeat(20));
    expect(await store.usage()).toEqual({ images: 1, bytes: 20 });
  });

  it('clears one account without touching one whose id begins alike', async () => {
    const store = open();
    const [image, blob] = picture('a');
    const other = { ...image, key: imageKey('feishu', 'me2', 'a') };
    await store.put(image, blob);
    await store.put(other, blob);
    await store.clear(accountPrefix('feishu', 'me'));
    expect(await store.peek([image.key, other.key])).toEqual([undefined, other]);
    await store.clear();
    expect(await store.usage()).toEqual({ images: 0, bytes: 0 });
  });

  it.each([
    ['a record of another shape', { key: key('a'), bytes: 'many' }],
    ['a record of another key', picture('b')[0]],
    ['no object', 7],
  ])('takes %s for absent, and removes it', async (_, record) => {
    const store = open();
    await store.put(...picture('a'));
    const records = createStore('board-saver-images', 'records');
    await set(key('a'), record, records);
    expect(await store.peek([key('a')])).toEqual([undefined]);
    expect(await keys(records)).toEqual([]);
    expect(await keys(createStore('board-saver-image-blobs', 'blobs'))).toEqual([]);
  });

  it('takes a picture whose bytes do not fit its record for absent, and removes it', async () => {
    const store = open();
    await store.put(...picture('a'));
    await set(key('a'), new Blob(['half']), createStore('board-saver-image-blobs', 'blobs'));
    expect(await store.get(key('a'))).toBeUndefined();
    expect(await store.usage()).toEqual({ images: 0, bytes: 0 });
  });

  it('never takes for broken what another context is replacing', async () => {
    const locks = fakeLocks();
    vi.stubGlobal('navigator', { locks });
    const [writer, reader] = [open(), open()];
    await writer.put(...picture('a', 10));
    // Thumbnails that somebody else is at work on keep the writer between the bytes and the record.
    const letGo = holdThumbnails();
    const written = writer.put(...picture('a', 20));
    const bytes = createStore('board-saver-image-blobs', 'blobs');
    await vi.waitFor(async () => expect((await get<Blob>(key('a'), bytes))?.size).toBe(20), patience);
    const found = reader.get(key('a'));
    await vi.waitFor(() => expect(locks.asked, 'two were put, and one looks again').toBe(3), patience);
    letGo();
    await written;
    expect((await found)?.blob.size).toBe(20);
    expect(await present(writer, 'a')).toEqual(['a']);
  });

  it('holds with a picture what was made of it', async () => {
    const store = open();
    const [image, blob] = picture('a', 400);
    const made = { ...image, key: madeKey(image.key, 'png') };
    held = new Set([key('a')]);
    await store.put(image, blob);
    await store.put(made, blob);
    for (const id of ['b', 'c']) await store.put(...picture(id, 400));
    expect(await store.peek([image.key, made.key, key('b')])).toMatchObject([image, made, undefined]);
  });

  it('keeps nothing beyond its use where the budget is nothing, but what is held', async () => {
    const store = open();
    for (const id of ['used', 'held']) await store.put(...picture(id));
    budget = 0;
    held.add(key('held'));
    await store.put(...picture('last'));
    expect(await present(store, 'used', 'held', 'last')).toEqual(['held', 'last']);
    await store.sweep();
    expect(await present(store, 'used', 'held', 'last')).toEqual(['held']);
  });

  it('sweeps away what a killed worker left, and nothing else', async () => {
    const store = open();
    const [image, blob] = picture('a');
    await store.put(image, blob);
    await createThumbnailStore().put(image, new Blob(['t']));
    await set(key('x'), new Blob(['orphan']), createStore('board-saver-image-blobs', 'blobs'));
    await set(key('y'), new Blob(['orphan']), createStore('board-saver-thumbnails', 'blobs'));
    await set(key('z'), picture('z')[0], createStore('board-saver-images', 'records'));
    await store.sweep();
    expect(await keys(createStore('board-saver-image-blobs', 'blobs'))).toEqual([key('a')]);
    expect(await keys(createStore('board-saver-thumbnails', 'blobs'))).toEqual([key('a')]);
    expect(await keys(createStore('board-saver-images', 'records'))).toEqual([key('a')]);
  });

  describe('on a full disk', () => {
    /** Lets `refusals` writes of bytes fail as a browser's do when the quota is used up. */
    function fillDisk(refusals: number, name = 'QuotaExceededError'): () => void {
      const original = IDBObjectStore.prototype.put;
      let left = refusals;
      IDBObjectStore.prototype.put = function put(this: IDBObjectStore, ...args) {
        const [value] = args;
        if (value instanceof Blob && left > 0) {
          left -= 1;
          throw new DOMException('full', name);
        }
        return original.apply(this, args);
      };
      return () => {
        IDBObjectStore.prototype.put = original;
      };
    }

    it('makes room and tries once more', async () => {
      const store = open();
      for (const id of ['a', 'b', 'c']) await store.put(...picture(id, 300));
      const restore = fillDisk(1);
      try {
        await store.put(...picture('d', 100));
      } finally {
        restore();
      }
      expect(await present(store, 'a', 'b', 'c', 'd')).toEqual(['b', 'c', 'd']);
    });

    it('says so when that did not help, and keeps the older picture', async () => {
      const store = open();
      await store.put(...picture('a', 10, 'o'));
      const restore = fillDisk(2);
      try {
        await expect(store.put(...picture('a', 20, 'n'))).rejects.toMatchObject({ code: 'storage-full' });
      } finally {
        restore();
      }
      expect(await (await store.get(key('a')))?.blob.text()).toBe('o'.repeat(10));
      await store.put(...picture('b'));
      expect(await present(store, 'a', 'b')).toEqual(['a', 'b']);
    });

    it('calls any other failure by another name', async () => {
      const restore = fillDisk(1, 'UnknownError');
      try {
        await expect(open().put(...picture('a'))).rejects.toMatchObject({ code: 'storage-failed' });
      } finally {
        restore();
      }
    });
  });
});

describe('imageKey', () => {
  it('lets no id reach into the keys of another account', () => {
    expect(imageKey('feishu', 'a/b', 'c')).not.toBe(imageKey('feishu', 'a', 'b/c'));
    expect(imageKey('lark', 'ou_1', 'wb')).toBe('lark/ou_1/wb');
  });

  it('keeps within its budget what another context has put there', async () => {
    budget = 25;
    const other = createImageStore({ now: () => (time += 1), budgetBytes: async () => Infinity });
    const store = open();
    await store.put(...picture('a'));
    await store.put(...picture('b'));
    await other.put(...picture('c'));
    await store.settle(key('c'));
    expect(await present(store, 'a', 'b', 'c')).toEqual(['b', 'c']);
  });

  it('notes what looks wrong with a picture, and with no newer one', async () => {
    const store = open();
    const [image, blob] = picture('a');
    await store.put(image, blob);
    await store.mark(image, { faults: ['blank'] });
    await store.mark(image, { writing: { text: 'Pay' } });
    expect((await store.peek([image.key]))[0]).toMatchObject({ faults: ['blank'], writing: { text: 'Pay' } });
    await store.put({ ...image, fetchedAt: image.fetchedAt + 1 }, blob);
    await store.mark(image, { faults: ['blank'] });
    expect((await store.peek([image.key]))[0]?.faults).toBeUndefined();
  });
});
