import sharp from 'sharp';
import { goodRasters } from '../corpus/good-rasters';
import { goodSvgs, htmlSvgs, svgSize } from '../corpus/good-svgs';
import { hostilePictures } from '../corpus/hostile';
import { reachingSvgs } from '../corpus/reaching-svgs';
import { decode, meanDifference, pixel } from './pictures/compare-pixels';
import { eachAtOnce } from './each-at-once';
import { expect, test } from './pictures/picture-lab';

/**
 * By how much a value, 0 to 255, may differ from the reference's in the mean: room for JPEG and WebP, for another
 * way to scale, for edges, and for letters, which every renderer has its own fonts for.
 */
const tolerance = { exact: 1.5, scaled: 6, lossy: 7, vector: 5, letters: 12 };
const types = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp', svg: 'image/svg+xml' } as const;
const drawnFormats = ['png', 'jpeg', 'webp'] as const;
const sizes = [{ scale: 1 }, { scale: 2 }, { scale: 3 }, { scale: 4 }, { width: 320 }];

test('has a corpus worth the name', () => {
  const names = [...goodRasters, ...goodSvgs, ...htmlSvgs].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});

/** While the browser makes one picture, another is decoded and compared. */
const atOnce = 3;

const isEven = (number: number): boolean => number % 2 === 0;

const sources = new Map<object, Promise<Buffer>>();

/** Made once: some take a second to be drawn. */
function sourceOf(picture: { make: () => Buffer | Promise<Buffer> }): Promise<Buffer> {
  const source = sources.get(picture) ?? Promise.resolve(picture.make());
  sources.set(picture, source);
  return source;
}

/** Every picture in every size, and what is wrong with each. */
async function wrongOf<Picture extends { name: string }>(
  pictures: readonly Picture[],
  sizesOf: (picture: Picture) => readonly (typeof sizes)[number][],
  judge: (picture: Picture, size: (typeof sizes)[number]) => Promise<string[]>,
): Promise<string[]> {
  const wrong: string[] = [];
  const all = pictures.flatMap((picture) => sizesOf(picture).map((size) => ({ picture, size })));
  await eachAtOnce(all, atOnce, async ({ picture, size }) => {
    const found = await judge(picture, size);
    wrong.push(...found.map((what) => `${picture.name} ${JSON.stringify(size)}: ${what}`));
  });
  return wrong;
}

for (const format of drawnFormats) {
  test(`makes every raster picture a ${format} of every size, pixel for pixel`, async ({ pictures }) => {
    test.setTimeout(300_000);
    const some = ({ name }: { name: string }) => (name.startsWith('board') ? sizes.slice(0, 2) : sizes);
    const wrong = await wrongOf(goodRasters, some, async (picture, size) => {
      const source = await sourceOf(picture);
      const own = await decode(source);
      const made = await pictures.convert(source, { format, size, quality: 0.95 });
      if ('code' in made) return [made.code];
      const scale = 'scale' in size ? size.scale : size.width / own.width;
      const wanted = {
        width: Math.round(own.width * scale),
        height: Math.max(1, Math.round(own.height * scale)),
      };
      const background = format === 'jpeg' ? { background: '#ffffff' } : {};
      const reference = await decode(source, { size: wanted, ...background });
      const difference = meanDifference(await decode(made.bytes), reference);
      const allowed = scale !== 1 ? tolerance.scaled : format === 'png' ? tolerance.exact : tolerance.lossy;
      const told = [made.width, made.height, made.type, made.blobType, made.size].join();
      const actual = [wanted.width, wanted.height, types[format], types[format], made.bytes.length].join();
      return [
        ...(told === actual ? [] : [told]),
        ...(difference <= allowed ? [] : [`${difference.toFixed(1)} off`]),
        ...(made.preview === scale > 1 ? [] : [`preview ${made.preview}`]),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test(`makes every drawing a ${format} of every size, as sharp as it is large`, async ({ pictures }) => {
    test.setTimeout(300_000);
    const wrong = await wrongOf(
      goodSvgs,
      () => sizes,
      async (picture, size) => {
        const { name, make, plain = make, own = svgSize } = picture;
        // Some boards are served as drawings: these are drawn as those that were exported.
        const kind = isEven(goodSvgs.indexOf(picture) + sizes.indexOf(size)) ? 'vector' : 'served';
        const made = await pictures.convert(await sourceOf(picture), { format, size, quality: 0.95 }, kind);
        if ('code' in made) return [made.code];
        const scale = 'scale' in size ? size.scale : size.width / own.width;
        const wanted = { width: Math.round(own.width * scale), height: Math.round(own.height * scale) };
        const background = format === 'jpeg' ? { background: '#ffffff' } : {};
        const reference = await decode(await plain(), { density: 96 * scale, size: wanted, ...background });
        const difference = meanDifference(await decode(made.bytes), reference);
        const allowed = name.includes('writing') ? tolerance.letters : tolerance.vector;
        const told = [made.width, made.height, made.type, made.source, made.size].join();
        const actual = [wanted.width, wanted.height, types[format], kind, made.bytes.length].join();
        return [
          ...(told === actual ? [] : [`${told} instead of ${actual}`]),
          ...(difference <= allowed ? [] : [`${difference.toFixed(1)} off`]),
          ...(made.preview ? ['called a preview'] : []),
        ];
      },
    );
    expect(wrong).toEqual([]);
  });
}

test('saves every drawing as an SVG that draws as it did, whichever way it came', async ({ pictures }) => {
  const own = [{ scale: 1 }] as const;
  const wrong = await wrongOf(
    goodSvgs,
    () => own,
    async ({ name, make, plain = make }, size) => {
      const source = await make();
      const saved = await pictures.convert(source, { format: 'svg' }, 'vector');
      const served = await pictures.convert(source, { format: 'svg' }, 'served');
      if ('code' in saved || 'code' in served) return ['refused'];
      const drawn = await pictures.make(saved.bytes, { format: 'png', size });
      const reference = await decode(await plain(), { size: { width: drawn.width, height: drawn.height } });
      const difference = meanDifference(await decode(drawn.bytes), reference);
      const allowed = name.includes('writing') ? tolerance.letters : tolerance.vector;
      return [
        ...(saved.type === types.svg && saved.bytes.equals(served.bytes) ? [] : ['another SVG as served']),
        ...(difference <= allowed ? [] : [`${difference.toFixed(1)} off`]),
      ];
    },
  );
  expect(wrong).toEqual([]);
});

for (const { name, make, middle } of htmlSvgs) {
  test(`draws ${name}`, async ({ pictures }) => {
    const made = await pictures.make(await make(), { format: 'png', size: { scale: 2 } }, 'vector');
    expect([made.width, made.height]).toEqual([160, 120]);
    expect(pixel(await decode(made.bytes), 120, 100)).toEqual([...middle, 255]);
  });
}

test('leaves what was served as it came', async ({ pictures }) => {
  for (const { make } of [...goodRasters, ...goodSvgs]) {
    const source = await make();
    const made = await pictures.make(source, { format: 'as-served', size: { scale: 4 } });
    expect(made.bytes.equals(source)).toBe(true);
    expect(made.type).toBe(made.blobType);
  }
});

for (const format of ['png', 'jpeg', 'webp'] as const) {
  test(`a ${format} in another colour space is saved in the colours that one sees`, async ({ pictures }) => {
    const red = { create: { width: 16, height: 16, channels: 3, background: '#c00000' } } as const;
    const source = await sharp(red).withIccProfile('p3').toFormat(format, { quality: 100 }).toBuffer();
    const untagged = await sharp(source, { ignoreIcc: true }).raw().toBuffer();
    // Without its profile it would be another red: a test that could not fail is none.
    expect(Math.abs((untagged[0] ?? 0) - 0xc0)).toBeGreaterThan(8);
    for (const made of drawnFormats) {
      const { bytes } = await pictures.make(source, { format: made, quality: 1 });
      const [r = 0, g = 255, b = 255] = pixel(await decode(bytes), 8, 8);
      expect(Math.abs(r - 0xc0)).toBeLessThanOrEqual(3);
      expect(Math.max(g, b)).toBeLessThanOrEqual(5);
    }
  });
}

test('turns every broken or hostile file away, with words, and stays well', async ({ pictures }) => {
  test.setTimeout(120_000);
  const wrong: string[] = [];
  for (const { name, make, code } of hostilePictures) {
    const made = await pictures.convert(await make(), { format: 'png' });
    const told = 'code' in made ? made.code : `a picture of ${made.width} × ${made.height}`;
    if (told !== code) wrong.push(`${name}: ${told} instead of ${code}`);
  }
  expect(wrong).toEqual([]);
  expect(hostilePictures.length).toBeGreaterThanOrEqual(40);
  const [good] = goodRasters;
  expect((await pictures.make((await good?.make()) ?? Buffer.alloc(0), { format: 'png' })).width).toBe(45);
});

test('draws and saves what reaches out, without what it reaches out with', async ({ pictures }) => {
  const wrong: string[] = [];
  for (const { name, make } of reachingSvgs) {
    const source = await make();
    const drawn = await pictures.convert(source, { format: 'png' }, 'vector');
    const saved = await pictures.convert(source, { format: 'svg' }, 'vector');
    if ('code' in drawn || 'code' in saved) {
      wrong.push(`${name}: refused`);
      continue;
    }
    const middle = pixel(await decode(drawn.bytes), 30, 24);
    if (middle.join() !== '51,112,255,255') wrong.push(`${name}: drawn as ${middle.join()}`);
    const text = saved.bytes.toString();
    const left =
      /elsewhere|javascript|script|\son\w+=|<set|<animate|iframe|video|<form|<input|<base|<object|@\\|import/i.exec(
        text,
      );
    if (left) wrong.push(`${name}: still has ${left[0]}`);
  }
  expect(wrong).toEqual([]);
  expect(pictures.asked).toEqual([]);
});
