import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import type { StoredImage } from '../../../components/image-store/stored-image';
import type { ConvertPicture } from '../../../components/images/convert-picture';
import type { Recipe } from '../../../components/images/recipe';
import { type BoardCopies, createBoardCopies } from '../../../components/saving/board-copies';

const stored = (changes: Partial<StoredImage> = {}): StoredImage => ({
  key: 'feishu/me/wb1',
  whiteboardId: 'wb1',
  type: 'image/jpeg',
  bytes: 4,
  width: 400,
  height: 300,
  fetchedAt: 1,
  usedAt: 1,
  ...changes,
});

interface World {
  pictures: StoredImage[];
  /** How often one was drawn. */
  drawn: number;
  /** Pixels that pictures for slides have. */
  slideWidth: number;
  /** What was made of them. */
  recipes: Recipe[];
  fails: boolean;
  copies: BoardCopies;
}

/** A store with pictures that have to be drawn. */
function world(pictures: StoredImage[]): World {
  const convert: ConvertPicture = async (_, recipe) => {
    made.drawn += 1;
    made.recipes.push(recipe);
    if (made.fails) throw new AppError('image-undecodable');
    const blob = new Blob(['png'], { type: 'image/png' });
    const facts = { type: 'image/png', bytes: 3, source: 'served', scale: 1, preview: false } as const;
    return { blob, width: 400, height: 300, notes: [], ...facts };
  };
  const get = async (key: string) => {
    const image = made.pictures.find((one) => one.key === key);
    return image && { image, blob: new Blob(['jpeg']) };
  };
  const copies = createBoardCopies({ images: { get }, convert, slideWidth: async () => made.slideWidth });
  const made: World = { pictures, drawn: 0, slideWidth: 1920, recipes: [], fails: false, copies };
  return made;
}

describe('what is copied of a board', () => {
  it('is a PNG, and HTML with the same picture, its name and its width', async () => {
    const { png, html } = await world([stored()]).copies.one('feishu/me/wb1', { name: 'Flow' });
    expect(await png?.text()).toBe('png');
    expect(html).toBe(`<img src="data:image/png;base64,${btoa('png')}" alt="Flow" width="400" height="300">`);
  });

  it('is drawn once, however often it is asked for', async () => {
    const once = world([stored()]);
    const ask = () => once.copies.one('feishu/me/wb1', { name: 'Flow' });
    await Promise.all([ask(), ask()]);
    await ask();
    expect(once.drawn).toBe(1);
  });

  it('is drawn anew when the picture is another', async () => {
    const changing = world([stored()]);
    await changing.copies.one('feishu/me/wb1', { name: 'Flow' });
    changing.pictures = [stored({ fetchedAt: 2 })];
    await changing.copies.one('feishu/me/wb1', { name: 'Flow' });
    expect(changing.drawn).toBe(2);
  });

  it('is a drawing as wide as slides are to be, and anew when that is another width', async () => {
    const wide = world([stored({ type: 'image/svg+xml' })]);
    await wide.copies.one('feishu/me/wb1', { name: 'Flow' });
    wide.slideWidth = 2560;
    await wide.copies.one('feishu/me/wb1', { name: 'Flow' });
    expect(wide.recipes.map(({ size }) => size)).toEqual([{ width: 1920 }, { width: 2560 }]);
  });

  it('is tried again after it failed', async () => {
    const broken = world([stored()]);
    broken.fails = true;
    await expect(broken.copies.one('feishu/me/wb1', { name: 'Flow' })).rejects.toMatchObject({
      code: 'image-undecodable',
    });
    broken.fails = false;
    await broken.copies.one('feishu/me/wb1', { name: 'Flow' });
    expect(broken.drawn).toBe(2);
  });

  it('cannot be had of a picture that has gone', async () => {
    await expect(world([]).copies.one('x', { name: 'Flow' })).rejects.toMatchObject({
      code: 'storage-failed',
    });
  });
});

describe('what is copied of several boards', () => {
  const both = [stored(), stored({ key: 'feishu/me/wb2' })];
  const boards = [{ name: 'Flow', link: 'https://acme.feishu.cn/docx/Doc#a' }, { name: 'Map' }];

  it('is a document of all, and their names and links as text', async () => {
    const { html, text } = await world(both).copies.all(boards, async (at) => both[at]?.key ?? '');
    expect(html?.match(/<img /g)).toHaveLength(2);
    expect(text).toBe('Flow\nhttps://acme.feishu.cn/docx/Doc#a\n\nMap');
  });
});
