import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../../components/errors';
import type { PictureFault } from '../../../components/images/quality';
import type { PictureSource, Recipe } from '../../../components/images/recipe';
import { createBoardVectors } from '../../../components/tasks/board-vectors';
import { makePicture, type MakePictureDeps } from '../../../components/tasks/make-picture';

const board = { brand: 'feishu', whiteboardId: 'wb1' } as const;
const served = new Blob(['served']);
const drawing = new Blob(['drawing']);

interface World extends MakePictureDeps {
  /** What was converted, in its order. */
  asked: { source: PictureSource; recipe: Recipe }[];
  exported: number;
}

interface Wishes {
  /** What the export fails with. */
  without?: ErrorCode;
  /** What converting fails with, by source. */
  fails?: Partial<Record<PictureSource['kind'], ErrorCode>>;
  /** What is the matter with the drawing. */
  faults?: PictureFault[];
}

function world({ without, fails = {}, faults = [] }: Wishes = {}): World {
  let known: boolean | undefined;
  const memory = { get: () => known, set: (_: string, exports: boolean) => void (known = exports) };
  const exportBoard = async (): Promise<Blob> => {
    made.exported += 1;
    if (without !== undefined) throw new AppError(without);
    return drawing;
  };
  const made: World = {
    asked: [],
    exported: 0,
    lookAt: async () => ({ faults, thumbnail: new Blob() }),
    vectors: createBoardVectors({
      clientFor: () => ({ exportBoard }),
      hostOf: async () => 'open.feishu.cn',
      memory,
    }),
    async convert(source, recipe) {
      made.asked.push({ source, recipe });
      const code = fails[source.kind];
      if (code !== undefined && recipe.format !== 'as-served') throw new AppError(code);
      const { kind, blob } = source;
      const size = { width: 4, height: 3, bytes: blob.size, scale: 1 };
      return { blob, type: 'image/png', ...size, source: kind, preview: false, notes: [] };
    },
  };
  return made;
}

const never = new AbortController().signal;
const order = { board, served };

describe('making a picture', () => {
  it('is done of the drawing where there is one', async () => {
    const made = await makePicture(world(), { ...order, recipe: { format: 'png' } }, never);
    expect(made).toMatchObject({ picture: { source: 'vector', blob: drawing } });
    expect(made.withoutVector).toBeUndefined();
  });

  it.each(['endpoint-missing', 'user-scope-missing', 'server-error', 'response-not-image'] as const)(
    'is done of the picture as served where the drawing fails with %s, and says so',
    async (without) => {
      const made = await makePicture(world({ without }), { ...order, recipe: { format: 'png' } }, never);
      expect(made).toMatchObject({
        picture: { source: 'served', blob: served },
        withoutVector: { code: without },
      });
    },
  );

  it('is done of the picture as served where the drawing does not draw', async () => {
    const broken = world({ fails: { vector: 'image-unsafe' } });
    const made = await makePicture(broken, { ...order, recipe: { format: 'webp' } }, never);
    expect(made).toMatchObject({ picture: { source: 'served' }, withoutVector: { code: 'image-unsafe' } });
  });

  it('is done of the picture as served where there is nothing on the drawing', async () => {
    const made = await makePicture(
      world({ faults: ['blank'] }),
      { ...order, recipe: { format: 'png' } },
      never,
    );
    expect(made).toMatchObject({
      picture: { source: 'served' },
      withoutVector: { code: 'image-undecodable' },
    });
  });

  it('is done of a drawing that merely looks odd', async () => {
    const odd = world({ faults: ['cut', 'tiny'] });
    expect(await makePicture(odd, { ...order, recipe: { format: 'png' } }, never)).toMatchObject({
      picture: { source: 'vector' },
    });
  });

  it('leaves the picture as it was served where an SVG is asked for and there is none', async () => {
    const without = world({ without: 'endpoint-missing', fails: { served: 'vector-missing' } });
    const made = await makePicture(without, { ...order, recipe: { format: 'svg', trim: true } }, never);
    expect(made).toMatchObject({
      picture: { blob: served, notes: ['no-vector'] },
      withoutVector: { code: 'endpoint-missing' },
    });
    expect(without.asked.at(-1)?.recipe).toEqual({ format: 'as-served' });
  });

  it('asks a host no more that has no drawings', async () => {
    const without = world({ without: 'endpoint-missing' });
    await makePicture(without, { ...order, recipe: { format: 'png' } }, never);
    await makePicture(without, { ...order, recipe: { format: 'png' } }, never);
    expect(without.exported).toBe(1);
  });

  it('asks again where only this board had none', async () => {
    const without = world({ without: 'board-forbidden' });
    await makePicture(without, { ...order, recipe: { format: 'png' } }, never);
    await makePicture(without, { ...order, recipe: { format: 'png' } }, never);
    expect(without.exported).toBe(2);
  });

  it('ends when it is cancelled, and takes up nothing else', async () => {
    const cancelled = world({ without: 'cancelled' });
    const making = makePicture(cancelled, { ...order, recipe: { format: 'png' } }, never);
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(cancelled.asked).toEqual([]);
  });

  it('writes the description of the board into the file where there is one', async () => {
    const description = { title: 'Flow', text: 'Pay' };
    const written = world();
    await makePicture(written, { ...order, description, recipe: { format: 'svg' } }, never);
    expect(written.asked[0]?.recipe).toEqual({ format: 'svg', description });
  });
});
