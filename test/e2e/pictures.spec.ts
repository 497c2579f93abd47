import sharp from 'sharp';
import { goodRasters } from '../corpus/good-rasters';
import { goodSvgs, htmlSvgs } from '../corpus/good-svgs';
import { hostilePictures } from '../corpus/hostile';
import { reachingSvgs } from '../corpus/reaching-svgs';
import { decode, meanDifference, pixel } from './pictures/compare-pixels';
import { expect, test } from './pictures/picture-lab';

/**
 * By how much a value, 0 to 255, may differ from the reference's in the mean: room for JPEG and WebP, for another
 * way to scale, for edges, and for letters, which every renderer has its own fonts for.
 */
const tolerance = { exact: 1.5, scaled: 6, lossy: 7, vector: 5, letters: 12 };
const types = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const;
const drawnFormats = ['png', 'jpeg', 'webp'] as const;
const sizes = [{ scale: 1 }, { scale: 2 }, { scale: 3 }, { scale: 4 }, { width: 320 }];

test('has a corpus worth the name', () => {
  const names = [...goodRasters, ...goodSvgs, ...htmlSvgs].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});

for (const format of drawnFormats) {
  test(`makes every raster picture a ${format} of every size, pixel for pixel`, async ({ pictures }) => {
    test.setTimeout(300_000);
    const wrong: string[] = [];
    for (const { name, make } of goodRasters) {
      const source = await make();
      const own = await decode(source);
      for (const size of name.startsWith('board') ? sizes.slice(0, 2) : sizes) {
        const made = await pictures.convert(source, { format, size, quality: 0.95 });
        const scale = 'scale' in size ? size.scale : size.width / own.width;
        const wanted = {
          width: Math.round(own.width * scale),
          height: Math.max(1, Math.round(own.height * scale)),
        };
        if ('code' in made) {
          wrong.push(`${name} ${JSON.stringify(size)}: ${made.code}`);
          continue;
        }
        const background = format === 'jpeg' ? { background: '#ffffff' } : {};
        const reference = await decode(source, { size: wanted, ...background });
        const difference = meanDifference(await decode(made.bytes), reference);
        const allowed = scale !== 1 ? tolerance.scaled : format === 'png' ? tolerance.exact : tolerance.lossy;
        const told = [made.width, made.height, made.type, made.blobType, made.size];
        const actual = [wanted.width, wanted.height, types[format], types[format], made.bytes.length];
        if (told.join() !== actual.join()) wrong.push(`${name} ${JSON.stringify(size)}: ${told.join()}`);
        if (!(difference <= allowed))
          wrong.push(`${name} ${JSON.stringify(size)}: ${difference.toFixed(1)} off`);
        if (made.preview !== scale > 1)
          wrong.push(`${name} ${JSON.stringify(size)}: preview ${made.preview}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test(`makes every drawing a ${format} of every size, as sharp as it is large`, async ({ pictures }) => {
    test.setTimeout(300_000);
    const wrong: string[] = [];
    for (const { name, make, plain = make } of goodSvgs) {
      const source = await make();
      for (const size of sizes) {
        const made = await pictures.convert(source, { format, size, quality: 0.95 }, 'vector');
        if ('code' in made) {
          wrong.push(`${name} ${JSON.stringify(size)}: ${made.code}`);
          continue;
        }
        const scale = made.scale;
        const background = format === 'jpeg' ? { background: '#ffffff' } : {};
        const wanted = { width: made.width, height: made.height };
        const reference = await decode(await plain(), { density: 96 * scale, size: wanted, ...background });
        const difference = meanDifference(await decode(made.bytes), reference);
        const allowed = name.includes('writing') ? tolerance.letters : tolerance.vector;
        if (!(difference <= allowed))
          wrong.push(`${name} ${JSON.stringify(size)}: ${difference.toFixed(1)} off`);
        if (made.preview) wrong.push(`${name} ${JSON.stringify(size)}: called a preview`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

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

test('sRGB is what comes out of other colour spaces', async ({ pictures }) => {
  const red = { create: { width: 8, height: 8, channels: 3, background: '#c00000' } } as const;
  const source = await sharp(red).withIccProfile('p3').png().toBuffer();
  const made = await pictures.make(source, { format: 'png' });
  const [r = 0, g = 0] = pixel(await decode(made.bytes), 4, 4);
  expect(Math.abs(r - 0xc0)).toBeLessThanOrEqual(3);
  expect(g).toBeLessThanOrEqual(3);
});

test('turns every broken or hostile file away, with words, and stays well', async ({ pictures }) => {
  test.setTimeout(120_000);
  const wrong: string[] = [];
  for (const { name, make, code } of hostilePictures) {
    const made = await pictures.convert(await make(), { format: 'png' });
    const told = 'code' in made ? made.code : `a picture of ${made.width} × ${made.height}`;
    if (told !== code) wrong.push(`${name}: ${told} instead of ${code}`);
  }
  expect(wrong).toEqual([]);
  expect(hostilePictures.length + reachingSvgs.length).toBeGreaterThanOrEqual(40);
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
