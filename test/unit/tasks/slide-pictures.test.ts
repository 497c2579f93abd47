import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { BoardRecipe } from '../../../components/board-recipe';
import { AppError, type ErrorCode } from '../../../components/errors';
import type { ImageType, StoredImage } from '../../../components/image-store/stored-image';
import type { ConvertPicture } from '../../../components/images/convert-picture';
import type { Recipe } from '../../../components/images/recipe';
import { createSlidePictures } from '../../../components/tasks/slide-pictures';

interface Wishes {
  type?: ImageType;
  /** Of the stored picture. */
  bytes?: BlobPart;
  /** What asking for drawings fails with. */
  without?: ErrorCode;
  /** Whether a drawing looks wrong. */
  isBlank?: boolean;
  recipe?: BoardRecipe;
}

function world({ type = 'image/png', bytes = 'stored', without, isBlank = false, recipe }: Wishes = {}) {
  const asked: { kind: string; recipe: Recipe }[] = [];
  const controller = new AbortController();
  const made = { asked, exported: 0, controller };
  const convert: ConvertPicture = async (source, wanted) => {
    asked.push({ kind: source.kind, recipe: wanted });
    const isSvg = wanted.format === 'svg';
    const blob = new Blob([isSvg ? 'svg' : 'png']);
    const facts = { bytes: 3, scale: 1, preview: false, notes: [], source: source.kind };
    return { blob, type: isSvg ? 'image/svg+xml' : 'image/png', width: 1000, height: 400, ...facts };
  };
  const image: StoredImage = {
    key: 'k',
    whiteboardId: 'wb1',
    type,
    bytes: 4,
    width: 1000,
    height: 400,
    fetchedAt: 1,
    usedAt: 1,
  };
  const read = createSlidePictures(
    {
      images: { get: async (key) => (key === 'k' ? { image, blob: new Blob([bytes]) } : undefined) },
      vectors: {
        get: async () => {
          made.exported += 1;
          if (without !== undefined) throw new AppError(without);
          return new Blob(['drawing']);
        },
      },
      convert,
      lookAt: async () => ({ faults: isBlank ? ['blank'] : [], thumbnail: new Blob() }),
      signal: controller.signal,
    },
    { brand: 'feishu', recipe, shape: '16:9', width: 1920 },
  );
  return { ...made, read, exports: () => made.exported };
}

const texts = async ({ picture, vector }: { picture: Blob; vector?: Blob | undefined }) => [
  await picture.text(),
  await vector?.text(),
];

describe('the picture of a slide', () => {
  it('is the board’s drawing, and the same drawn for a 4K screen', async () => {
    const { read, asked } = world();
    expect(await texts(await read('k'))).toEqual(['png', 'svg']);
    expect(asked).toEqual([
      { kind: 'vector', recipe: { format: 'svg' } },
      { kind: 'vector', recipe: { format: 'png', size: { width: 3552 } } },
    ]);
  });

  it('is trimmed where pictures are to be, and else as it is', async () => {
    const trimmed = world({ recipe: { format: 'jpeg', trim: true, padding: 8 } });
    await trimmed.read('k');
    expect(trimmed.asked[0]?.recipe).toMatchObject({ format: 'svg', trim: true, padding: 8 });
    const asServed = world({ recipe: { format: 'as-served', trim: true } });
    await asServed.read('k');
    expect(asServed.asked[0]?.recipe).toEqual({ format: 'svg' });
  });

  it.each(['endpoint-missing', 'user-scope-missing', 'network-failed'] as const)(
    'is the stored one where a drawing fails with %s',
    async (without) => {
      expect(await texts(await world({ without }).read('k'))).toEqual(['stored', undefined]);
    },
  );

  it('is the stored one where the drawing looks wrong', async () => {
    expect(await texts(await world({ isBlank: true }).read('k'))).toEqual(['stored', undefined]);
  });

  it('is made a PNG where programs do not show what is stored', async () => {
    const { read } = world({ type: 'image/webp', without: 'endpoint-missing' });
    expect(await texts(await read('k'))).toEqual(['png', undefined]);
  });

  it.each([
    [1, 'the stored one'],
    [3, 'made a PNG'],
    [6, 'made a PNG'],
  ])('of a JPEG of EXIF orientation %i is %s', async (orientation, what) => {
    const jpeg = sharp({ create: { width: 8, height: 6, channels: 3, background: '#08f' } });
    const bytes = new Uint8Array(await jpeg.withMetadata({ orientation }).jpeg().toBuffer());
    const { read } = world({ type: 'image/jpeg', bytes, without: 'endpoint-missing' });
    const { picture } = await read('k');
    expect(picture.size === bytes.length ? 'the stored one' : 'made a PNG').toBe(what);
  });

  it('that was served as a drawing is asked for no more', async () => {
    const { read, exports } = world({ type: 'image/svg+xml' });
    expect(await texts(await read('k'))).toEqual(['png', 'svg']);
    expect(exports()).toBe(0);
  });

  it('is asked for as a drawing three times in vain, and not a fourth time', async () => {
    const { read, exports } = world({ without: 'timed-out' });
    for (let slide = 0; slide < 5; slide += 1) await read('k');
    expect(exports()).toBe(3);
  });

  it('is not taken from the store when the user has cancelled', async () => {
    const cancelled = world({ without: 'cancelled' });
    cancelled.controller.abort();
    await expect(cancelled.read('k')).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('fails where it has gone from the store', async () => {
    await expect(world().read('gone')).rejects.toMatchObject({ code: 'storage-failed' });
  });
});
