import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import type { StoredImage } from '../../../components/image-store/stored-image';
import { createCheckTasks } from '../../../components/tasks/check-tasks';

const key = 'feishu/me/w1';
const image: StoredImage = {
  key,
  whiteboardId: 'w1',
  type: 'image/png',
  bytes: 4,
  width: 40,
  height: 30,
  fetchedAt: 1,
  usedAt: 1,
};
const thumbnail = new Blob(['small']);

function world({ stored = image, isFull = false }: { stored?: StoredImage; isFull?: boolean } = {}) {
  const kept = new Map<string, Blob>();
  const seen = { looks: 0, kept };
  const tasks = createCheckTasks({
    images: {
      get: async (wanted) =>
        wanted === key ? { image: stored, blob: new Blob(['<svg width="8" height="6"/>']) } : undefined,
    },
    thumbnails: {
      get: async ({ key: of, fetchedAt }) => kept.get(`${of} ${fetchedAt}`),
      async put({ key: of, fetchedAt }, blob) {
        if (isFull) throw new AppError('storage-full');
        kept.set(`${of} ${fetchedAt}`, blob);
      },
    },
    async lookAt() {
      seen.looks += 1;
      return { faults: ['cut'], thumbnail };
    },
  });
  return { tasks, seen };
}

describe('looking at pictures', () => {
  it('tells what is wrong, and leaves a thumbnail behind', async () => {
    const { tasks, seen } = world();
    const told = await tasks['picture/check']({ imageKey: key });
    expect(told).toEqual({ faults: ['cut'], width: 40, height: 30 });
    expect(seen.kept.get(`${key} 1`)).toBe(thumbnail);
  });

  it('tells the size of a drawing, which nobody has measured yet', async () => {
    const { tasks } = world({ stored: { ...image, type: 'image/svg+xml', width: 0, height: 0 } });
    expect(await tasks['picture/check']({ imageKey: key })).toMatchObject({ width: 8, height: 6 });
  });

  it('makes a thumbnail once, and looks once for all who ask at the same time', async () => {
    const { tasks, seen } = world();
    const asked = { imageKey: key };
    await Promise.all([tasks['picture/check'](asked), tasks['picture/thumbnail'](asked)]);
    await tasks['picture/thumbnail'](asked);
    expect(seen.looks).toBe(1);
  });

  it('tells what is wrong even where the thumbnail cannot be kept', async () => {
    const { tasks } = world({ isFull: true });
    expect((await tasks['picture/check']({ imageKey: key })).faults).toEqual(['cut']);
  });

  it('fails where the picture has gone', async () => {
    const { tasks } = world();
    const asked = tasks['picture/thumbnail']({ imageKey: 'feishu/me/gone' });
    await expect(asked).rejects.toMatchObject({ code: 'storage-failed' });
  });
});
