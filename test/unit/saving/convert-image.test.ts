import { describe, expect, it } from 'vitest';
import type { StoredImage } from '../../../components/image-store/stored-image';
import { AppError } from '../../../components/errors';
import { createImageConverter } from '../../../components/saving/convert-image';

const image: StoredImage = {
  key: 'feishu/me/wb1',
  whiteboardId: 'wb1',
  type: 'image/png',
  bytes: 10,
  width: 4,
  height: 3,
  fetchedAt: 1,
  usedAt: 1,
};
const made: StoredImage = { ...image, key: 'feishu/me/wb1/webp', type: 'image/webp' };

function converter(isNew = true) {
  const settled: string[] = [];
  const converted: string[] = [];
  const waiting = new Map<string, (reason: AppError) => void>();
  let holds = false;
  const convert = createImageConverter(
    {
      async convert({ id, imageKey }) {
        converted.push(imageKey);
        if (holds) await new Promise((_, reject) => waiting.set(id, reject));
        return { image: made, isNew };
      },
      async cancel(id) {
        waiting.get(id)?.(new AppError('cancelled'));
      },
    },
    { settle: async (key) => void settled.push(key) },
  );
  return { convert, converted, settled, hold: () => (holds = true) };
}

const order = { brand: 'feishu', image, title: 'Flow' } as const;

describe('having a picture converted', () => {
  it('leaves a picture alone that is wanted as served, unless it is to be described', async () => {
    const { convert, converted } = converter();
    expect(await convert({ ...order, recipe: { format: 'as-served' } })).toBe(image);
    expect(converted).toEqual([]);
    await convert({ ...order, recipe: { format: 'as-served', isDescribed: true } });
    expect(converted).toEqual([image.key]);
  });

  it('keeps the store within its budget when a new picture was put there', async () => {
    const { convert, settled } = converter();
    expect(await convert({ ...order, recipe: { format: 'webp' } })).toEqual(made);
    expect(settled).toEqual([made.key]);
  });

  it('lets the store be where the picture was there already', async () => {
    const { convert, settled } = converter(false);
    await convert({ ...order, recipe: { format: 'webp' } });
    expect(settled).toEqual([]);
  });

  it('stops what is under way when it is no longer wanted', async () => {
    const { convert, hold } = converter();
    hold();
    const abort = new AbortController();
    const converting = convert({ ...order, recipe: { format: 'webp' } }, abort.signal);
    abort.abort();
    await expect(converting).rejects.toMatchObject({ code: 'cancelled' });
  });
});
