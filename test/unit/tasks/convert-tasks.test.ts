import { describe, expect, it } from 'vitest';
import type { BoardRecipe } from '../../../components/board-recipe';
import { AppError, type ErrorCode } from '../../../components/errors';
import type { BoardNode } from '../../../components/feishu/board-content-schemas';
import type { StoredImage } from '../../../components/image-store/stored-image';
import type { Recipe } from '../../../components/images/recipe';
import { createConvertTasks } from '../../../components/tasks/convert-tasks';

const key = 'feishu/me/w1';
const served: StoredImage = {
  key,
  whiteboardId: 'w1',
  type: 'image/png',
  bytes: 6,
  width: 40,
  height: 30,
  fetchedAt: 1,
  usedAt: 1,
};
const nodes: BoardNode[] = [
  { y: 9, syntax: { code: 'graph TD', syntax_type: 2 } },
  { y: 1, text: { text: 'Pay' } },
  { y: 4, syntax: { code: '@startuml', syntax_type: 1 } },
];

interface Wishes {
  /** What listing the nodes fails with. */
  unreadable?: ErrorCode | undefined;
  vector?: boolean;
}

function world(wishes: Wishes = {}) {
  const stored = new Map<string, { image: StoredImage; blob: Blob }>([
    [key, { image: served, blob: new Blob(['served']) }],
  ]);
  const seen = { listed: 0, recipes: [] as Recipe[], stored };
  const tasks = createConvertTasks({
    images: {
      get: async (wanted) => stored.get(wanted),
      peek: async (wanted) => wanted.map((each) => stored.get(each)?.image),
      put: async (image, blob) => void stored.set(image.key, { image, blob }),
      async mark({ key: of }, marks) {
        const found = stored.get(of);
        if (found) stored.set(of, { ...found, image: { ...found.image, ...marks } });
      },
    },
    vectors: {
      async get() {
        if (!wishes.vector) throw new AppError('endpoint-missing');
        return new Blob(['<svg/>']);
      },
      areThere: async () => wishes.vector ?? false,
    },
    async listNodes() {
      seen.listed += 1;
      if (wishes.unreadable) throw new AppError(wishes.unreadable);
      return nodes;
    },
    async convert({ kind, blob }, recipe) {
      seen.recipes.push(recipe);
      const size = { width: 4, height: 3, bytes: blob.size, scale: 1 };
      return { blob, type: 'image/png', ...size, source: kind, preview: false, notes: [] };
    },
    lookAt: async () => ({ faults: [], thumbnail: new Blob() }),
    now: () => 7,
  });
  const convert = (recipe: BoardRecipe) =>
    tasks['picture/convert']({ id: '1', imageKey: key, brand: 'feishu', title: 'Flow', recipe });
  return { tasks, seen, convert, wishes };
}

const described: BoardRecipe = { format: 'png', isDescribed: true };

describe('making pictures', () => {
  it('asks for what is written on a board only when that is wanted', async () => {
    const { convert, seen } = world();
    const { image } = await convert({ format: 'png' });
    expect([seen.listed, image.writing]).toEqual([0, undefined]);
    expect(seen.recipes[0]).toEqual({ format: 'png' });
  });

  it('writes it into the picture, and asks once for all pictures of the board', async () => {
    const { convert, seen } = world();
    const { image } = await convert(described);
    expect(image.writing).toEqual({ text: 'Pay' });
    expect(seen.recipes[0]?.description).toEqual({ title: 'Flow', text: 'Pay' });
    await convert({ ...described, format: 'webp' });
    expect(seen.listed).toBe(1);
  });

  it('notes it with a picture that is left as it was served', async () => {
    const { convert, seen } = world();
    const { image, isNew } = await convert({ format: 'as-served', isDescribed: true });
    expect([image.key, isNew, image.writing]).toEqual([key, false, { text: 'Pay' }]);
    expect(seen.recipes).toEqual([]);
    expect(seen.stored.get(key)?.image.writing).toEqual({ text: 'Pay' });
  });

  it('makes the picture without it where it cannot be read, says why, and asks again the next time', async () => {
    const { convert, seen, wishes } = world({ unreadable: 'user-scope-missing' });
    const { image } = await convert(described);
    expect(image.writing).toEqual({ error: 'user-scope-missing' });
    expect(seen.recipes[0]?.description).toEqual({ title: 'Flow' });
    wishes.unreadable = undefined;
    const again = await convert(described);
    expect([again.isNew, again.image.writing]).toEqual([true, { text: 'Pay' }]);
  });

  it('makes none when it is cancelled meanwhile', async () => {
    const { convert, seen } = world({ unreadable: 'cancelled' });
    await expect(convert(described)).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen.recipes).toEqual([]);
  });

  it('makes a picture once', async () => {
    const { convert, seen } = world();
    expect([(await convert(described)).isNew, (await convert(described)).isNew]).toEqual([true, false]);
    expect(seen.recipes).toHaveLength(1);
  });

  it('tells a drawing that took the place of a picture from the picture', async () => {
    const { tasks } = world({ vector: true });
    const drawn = await tasks['picture/draw-instead']({ imageKey: key, brand: 'feishu' });
    expect(drawn).toMatchObject({ key, fetchedAt: 7, made: { notes: ['drawn-instead'] } });
  });
});

describe('what else there is of a board', () => {
  const board = { brand: 'feishu', whiteboardId: 'w1' } as const;

  it('is its drawing, and what its diagrams were written in, from the top', async () => {
    const { tasks } = world({ vector: true });
    expect(await tasks['picture/extras'](board)).toEqual({
      hasVector: true,
      sources: [
        { language: 'plantuml', code: '@startuml' },
        { language: 'mermaid', code: 'graph TD' },
      ],
    });
  });

  it('is nothing where nobody can tell', async () => {
    const { tasks } = world({ unreadable: 'server-error' });
    expect(await tasks['picture/extras'](board)).toEqual({ hasVector: false, sources: [] });
  });

  it('is its writing, for somebody who copies it', async () => {
    const { tasks, seen } = world();
    expect(await tasks['picture/describe']({ imageKey: key })).toEqual({ text: 'Pay' });
    expect(await tasks['picture/describe']({ imageKey: key })).toEqual({ text: 'Pay' });
    expect(seen.listed).toBe(1);
  });
});
