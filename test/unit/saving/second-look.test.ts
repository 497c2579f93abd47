import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import type { StoredImage } from '../../../components/image-store/stored-image';
import type { PictureFault } from '../../../components/images/quality';
import { createSecondLook } from '../../../components/saving/second-look';

const key = 'feishu/me/wb1';
const request = { brand: 'feishu', accountId: 'me', whiteboardId: 'wb1' } as const;
const image: StoredImage = {
  key,
  whiteboardId: 'wb1',
  type: 'image/png',
  bytes: 10,
  width: 4,
  height: 3,
  fetchedAt: 1,
  usedAt: 1,
};

interface Wishes {
  /** What is found at each look, in its turn. */
  found: PictureFault[][];
  /** Whether the board has a drawing that looks right. */
  drawing?: boolean;
  /** What fetching once more fails with. */
  again?: AppError;
  size?: { width: number; height: number };
  /** The picture that came. */
  came?: Partial<StoredImage>;
  /** The one that came after it. */
  next?: Partial<StoredImage>;
}

async function lookAt({ found, drawing = false, again, size = image, came, next }: Wishes) {
  const did: string[] = [];
  const { width, height } = size;
  const looks = createSecondLook({
    check: async ({ fetchedAt }) => {
      did.push(`look at ${fetchedAt}`);
      return { faults: found.shift() ?? [], width, height };
    },
    async drawInstead(_, { key: of }) {
      did.push('draw');
      return drawing ? { ...image, key: of, type: 'image/svg+xml' } : undefined;
    },
    store: {
      mark: async (_, { faults, width: marked }) =>
        void did.push(`mark ${marked}: ${faults?.join() ?? 'sound'}`),
      settle: async () => void did.push('settle'),
    },
    onChange: () => did.push('tell'),
  });
  looks.begin({
    request,
    image: { ...image, ...came },
    async fetchAgain() {
      did.push('fetch');
      if (again) throw again;
      return { request, image: { ...image, fetchedAt: 2, ...next } };
    },
  });
  await looks.settled(key);
  return did;
}

describe('a second look', () => {
  it('leaves a picture alone that looks right', async () => {
    expect(await lookAt({ found: [[]] })).toEqual(['look at 1']);
  });

  it('decodes no photograph, which has nothing to be found', async () => {
    const photograph = { type: 'image/jpeg', bytes: 130_000, width: 1000, height: 1000 } as const;
    expect(await lookAt({ found: [], came: photograph })).toEqual([]);
    const png = { ...photograph, type: 'image/png' } as const;
    expect(await lookAt({ found: [[]], came: png })).toContain('look at 1');
    const drawing = { ...photograph, bytes: 90_000 };
    expect(await lookAt({ found: [[]], came: drawing })).toContain('look at 1');
  });

  it('notes the size of a drawing, which nobody had told', async () => {
    const did = await lookAt({ found: [[]], size: { width: 8, height: 6 } });
    expect(did).toEqual(['look at 1', 'mark 8: sound', 'tell']);
  });

  it('has a suspect picture fetched once more, and is content when that looks right', async () => {
    const did = await lookAt({ found: [['blank'], []] });
    expect(did).toEqual(['look at 1', 'mark 4: blank', 'tell', 'fetch', 'look at 2', 'tell']);
  });

  it('has one of which only part came fetched once more, without looking at the half, a photograph too', async () => {
    const half = { faults: ['cut-short' as const] };
    expect(await lookAt({ found: [[]], came: half })).toEqual(['fetch', 'look at 2', 'tell']);
    const photograph = { type: 'image/jpeg', bytes: 130_000, width: 1000, height: 1000 } as const;
    expect(await lookAt({ found: [], came: { ...photograph, ...half }, next: photograph })).toEqual([
      'fetch',
      'tell',
    ]);
    expect(await lookAt({ found: [], came: half, next: half })).toEqual(['fetch', 'draw']);
  });

  it('puts the drawing in the place of a picture that looks wrong again', async () => {
    const did = await lookAt({ found: [['cut'], ['cut']], drawing: true });
    expect(did.slice(3)).toEqual(['fetch', 'look at 2', 'mark 4: cut', 'tell', 'draw', 'settle', 'tell']);
  });

  it('keeps and marks a picture where there is no drawing', async () => {
    const did = await lookAt({ found: [['tiny'], ['tiny']] });
    expect(did.slice(3)).toEqual(['fetch', 'look at 2', 'mark 4: tiny', 'tell', 'draw']);
  });

  it('keeps the first picture, marked, where it cannot be fetched again', async () => {
    const did = await lookAt({ found: [['blank']], again: new AppError('network-failed') });
    expect(did).toEqual(['look at 1', 'mark 4: blank', 'tell', 'fetch']);
  });

  it('has nothing to wait for where nothing is looked at', async () => {
    const looks = createSecondLook({
      check: async () => ({ faults: [], width: 1, height: 1 }),
      drawInstead: async () => undefined,
      store: { mark: async () => {}, settle: async () => {} },
      onChange: () => {},
    });
    await expect(looks.settled(key)).resolves.toBeUndefined();
  });
});
