import sharp from 'sharp';
import { pngChunk, pngHeader, pngSignature, writePng } from '../corpus/write-png';
import { cardSize } from '../corpus/test-card';
import { renderPicture } from '../feishu/pictures/render';
import { decode, meanDifference, pixel } from './pictures/compare-pixels';
import { expect, test } from './pictures/picture-lab';

const cream = '#fff4e0';
const svgOpen = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="80" viewBox="0 0 100 80">';
const onNothing = Buffer.from(`${svgOpen}<rect x="30" y="20" width="40" height="30" fill="#f00"/></svg>`);

/** A red box of 40 × 30 at 30, 20 on paper of 100 × 80. */
const onPaper = (paper: string, format: 'png' | 'jpeg' = 'png'): Promise<Buffer> =>
  sharp({ create: { width: 100, height: 80, channels: 4, background: paper } })
    .composite([
      {
        input: { create: { width: 40, height: 30, channels: 4, background: '#f00' } },
        left: 30,
        top: 20,
      },
    ])
    .toFormat(format, { quality: 95 })
    .toBuffer();

test('trims to what is drawn, to the pixel', async ({ pictures }) => {
  for (const source of [await onPaper(cream), await onPaper('#00000000'), onNothing]) {
    const made = await pictures.make(source, { format: 'png', trim: true });
    expect([made.width, made.height]).toEqual([40, 30]);
    const drawn = await decode(made.bytes);
    for (const [x, y] of [
      [0, 0],
      [39, 0],
      [0, 29],
      [39, 29],
    ] as const) {
      expect(pixel(drawn, x, y)).toEqual([255, 0, 0, 255]);
    }
  }
});

test('trims what a JPEG has a haze around', async ({ pictures }) => {
  const made = await pictures.make(await onPaper('#ffffff', 'jpeg'), { format: 'png', trim: true });
  expect(Math.abs(made.width - 40)).toBeLessThanOrEqual(4);
  expect(Math.abs(made.height - 30)).toBeLessThanOrEqual(4);
});

test('leaves a picture whole that is nothing but paper, and a photograph', async ({ pictures }) => {
  const paper = await sharp({ create: { width: 50, height: 40, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const card = writePng({ colourType: 2, bitDepth: 8, interlaced: false });
  expect((await pictures.make(paper, { format: 'png', trim: true })).width).toBe(50);
  expect((await pictures.make(card, { format: 'png', trim: true })).width).toBe(cardSize.width);
});

test('the paper goes on into the padding, and a background lies behind everything', async ({ pictures }) => {
  const source = await onPaper(cream);
  const padded = await pictures.make(source, { format: 'png', trim: true, padding: 8, size: { scale: 2 } });
  expect([padded.width, padded.height]).toEqual([112, 92]);
  expect(pixel(await decode(padded.bytes), 3, 3)).toEqual([255, 244, 224, 255]);
  expect(pixel(await decode(padded.bytes), 17, 17)).toEqual([255, 0, 0, 255]);

  const clear = await pictures.make(onNothing, { format: 'png', padding: 4 }, 'vector');
  expect([clear.width, clear.height]).toEqual([108, 88]);
  expect(pixel(await decode(clear.bytes), 20, 40)[3]).toBe(0);
  const blue = await pictures.make(
    onNothing,
    { format: 'webp', padding: 4, background: '#0000ff' },
    'vector',
  );
  const [r = 255, g = 255, b = 0, a] = pixel(await decode(blue.bytes), 2, 2);
  expect([r < 8, g < 8, b > 247, a]).toEqual([true, true, true, 255]);
  const jpeg = await pictures.make(onNothing, { format: 'jpeg' }, 'vector');
  expect(pixel(await decode(jpeg.bytes), 2, 2)).toEqual([255, 255, 255, 255]);
});

test('an exact width is exact, with its padding', async ({ pictures }) => {
  for (const width of [1920, 3840]) {
    const made = await pictures.make(onNothing, { format: 'png', size: { width }, padding: 7 }, 'vector');
    expect((await sharp(made.bytes).metadata()).width).toBe(width);
    expect(made).toMatchObject({ preview: false, notes: [] });
  }
});

test('says when it enlarges what was served, and only then', async ({ pictures }) => {
  const source = await onPaper(cream);
  expect(await pictures.make(source, { format: 'png' })).toMatchObject({
    preview: false,
    notes: [],
    scale: 1,
  });
  expect(await pictures.make(source, { format: 'webp', size: { width: 300 } })).toMatchObject({
    preview: true,
    notes: ['enlarged'],
    scale: 3,
    source: 'served',
  });
  expect(await pictures.make(onNothing, { format: 'png', size: { scale: 4 } }, 'vector')).toMatchObject({
    preview: false,
    notes: [],
    scale: 4,
    source: 'vector',
  });
});

test('a PNG of twice the size says so, and carries its description', async ({ pictures }) => {
  const description = { title: '支付流程', text: 'Order → pay\n下单、支付' };
  const at = async (scale: number) =>
    (await pictures.make(onNothing, { format: 'png', size: { scale }, description }, 'vector')).bytes;
  for (const scale of [2, 3, 4]) {
    const { density, comments } = await sharp(await at(scale)).metadata();
    expect(density).toBe(96 * scale);
    expect(comments).toEqual([
      { keyword: 'Title', text: description.title },
      { keyword: 'Description', text: description.text },
    ]);
  }
  expect((await at(1)).includes('pHYs')).toBe(false);
});

test('a lower quality is a smaller file of the same board, and 90 % is what one gets without asking', async ({
  pictures,
}) => {
  const { bytes } = await renderPicture('photo-wall', { format: 'png', scale: 0.3 });
  const source = await decode(bytes);
  for (const format of ['jpeg', 'webp'] as const) {
    const made = await Promise.all(
      [0.5, 0.75, 0.9, 1].map((quality) => pictures.make(bytes, { format, quality })),
    );
    const sizes = made.map(({ bytes: { length } }) => length);
    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
    expect(sizes.at(-1)).toBeGreaterThan((sizes[0] ?? Infinity) * 2);
    const differences = await Promise.all(
      made.map(async (each) => meanDifference(await decode(each.bytes), source)),
    );
    expect(differences).toEqual(differences.toSorted((one, other) => other - one));
    expect(differences[0]).toBeLessThan(12);
    expect((await pictures.make(bytes, { format })).bytes.length).toBe(sizes[2]);
  }
});

test('stays under a limit of bytes, as good as it can', async ({ pictures }) => {
  const { bytes } = await renderPicture('photo-wall', { format: 'jpeg', scale: 0.6 });
  for (const format of ['jpeg', 'webp'] as const) {
    const free = await pictures.make(bytes, { format });
    const near = await pictures.make(bytes, { format, maxBytes: Math.floor(free.bytes.length * 0.8) });
    expect(near.bytes.length).toBeLessThanOrEqual(free.bytes.length * 0.8);
    expect(near.bytes.length).toBeGreaterThan(free.bytes.length * 0.55);
    expect(near).toMatchObject({ width: free.width, notes: [] });
    const tight = await pictures.make(bytes, { format, maxBytes: 20_000 });
    expect(tight.bytes.length).toBeLessThanOrEqual(20_000);
    expect(tight.notes).toContain('shrunk-to-fit');
    expect(tight.width).toBeLessThan(free.width);
  }
});

test('SVG keeps its writing, its size and its description, trimmed and on paper', async ({ pictures }) => {
  const source = Buffer.from(
    `${svgOpen}<title>Old</title><text x="30" y="40" font-size="12" font-family="Kaiti">登录 &amp; 支付</text></svg>`,
  );
  const description = { title: 'A <b> & \u0007c', text: '登录' };
  const plain = await pictures.make(source, { format: 'svg', description }, 'vector');
  const text = plain.bytes.toString();
  expect(plain).toMatchObject({ type: 'image/svg+xml', width: 100, height: 80, scale: 1 });
  expect(text).toContain('登录 &amp; 支付');
  expect(text).toContain('<title>A &lt;b&gt; &amp; c</title><desc>登录</desc>');
  expect(text).not.toContain('Old');
  expect(text).toMatch(/font-family="Kaiti, 'PingFang SC'.*sans-serif"/);

  const framed = await pictures.make(
    onNothing,
    { format: 'svg', trim: true, padding: 5, background: '#00ff00' },
    'vector',
  );
  expect([framed.width, framed.height]).toEqual([50, 40]);
  const drawn = await decode(framed.bytes);
  expect(pixel(drawn, 2, 2)).toEqual([0, 255, 0, 255]);
  expect(pixel(drawn, 25, 20)).toEqual([255, 0, 0, 255]);
});

test('a clean SVG looks as it did before', async ({ pictures }) => {
  const { bytes } = await renderPicture('login-sequence', { format: 'svg', scale: 0.5 });
  const saved = await pictures.make(bytes, { format: 'svg' }, 'vector');
  const difference = meanDifference(await decode(saved.bytes), await decode(bytes));
  expect(difference).toBeLessThan(0.5);
});

test('there is no SVG of a picture', async ({ pictures }) => {
  expect(await pictures.convert(await onPaper(cream), { format: 'svg' })).toEqual({ code: 'vector-missing' });
});

test('draws no larger than a browser can, and says how large that is', async ({ pictures }) => {
  test.setTimeout(120_000);
  const long = Buffer.from(
    `${svgOpen.replace('width="100" height="80"', 'width="6000" height="20"').replace('100 80', '6000 20')}<rect width="6000" height="20"/></svg>`,
  );
  const made = await pictures.make(long, { format: 'png', size: { scale: 4 } }, 'vector');
  expect(made).toMatchObject({ width: 16_384, notes: ['scale-limited'] });
  expect(made.scale).toBeCloseTo(16_384 / 6000, 6);
  const webp = await pictures.make(long, { format: 'webp', size: { scale: 4 } }, 'vector');
  expect(webp).toMatchObject({ width: 16_383, type: 'image/webp' });
  const wide = await sharp({ create: { width: 20_000, height: 10, channels: 3, background: '#0f0' } })
    .png()
    .toBuffer();
  const served = await pictures.make(wide, { format: 'png' });
  expect(served).toMatchObject({ width: 16_384, notes: ['scale-limited'], preview: false });
  expect(pixel(await decode(served.bytes), 16_000, 4)).toEqual([0, 255, 0, 255]);
});

test('tells a moving picture, and one that was served cut short', async ({ pictures }) => {
  const moving = sharp(Buffer.concat([Buffer.alloc(400, 255), Buffer.alloc(400, 90)]), {
    raw: { width: 10, height: 20, channels: 4, pageHeight: 10 },
  });
  for (const bytes of [await moving.clone().gif().toBuffer(), await moving.clone().webp().toBuffer()]) {
    expect((await pictures.make(bytes, { format: 'png' })).notes).toEqual(['first-frame-only']);
  }
  const still = await onPaper(cream);
  const animated = Buffer.concat([
    still.subarray(0, 33),
    pngChunk('acTL', Buffer.alloc(8)),
    still.subarray(33),
  ]);
  expect((await pictures.make(animated, { format: 'jpeg' })).notes).toEqual(['first-frame-only']);
  const cut = still.subarray(0, -20);
  expect(await pictures.make(cut, { format: 'as-served' })).toMatchObject({
    notes: ['cut-short'],
    width: 100,
  });
});

test('who cancels is told at once, and the next one is made', async ({ pictures }) => {
  const source = (await onPaper(cream)).toString('base64');
  const told = await pictures.page.evaluate(
    (bytes) =>
      window.lab.convertAtOnce(bytes, { format: 'png', size: { scale: 4 } }, [true, false, true, false]),
    source,
  );
  expect(told).toEqual(['cancelled', 'made', 'cancelled', 'made']);
});

test('finds what is the matter with a picture', async ({ pictures }) => {
  const check = async (bytes: Buffer) => (await pictures.lookAt(bytes)).faults;
  const flat = (background: string, side: number): Promise<Buffer> =>
    sharp({ create: { width: side, height: side, channels: 3, background } })
      .png()
      .toBuffer();
  expect(await check(await flat('#fff', 800))).toEqual(['blank']);
  expect(await check(await flat('#e1e1e1', 800))).toEqual(['single-colour']);
  expect(await check(await flat('#e1e1e1', 72))).toEqual(['tiny', 'single-colour']);
  expect(await check(await onPaper(cream))).toEqual([]);
  const board = await renderPicture('payment-flow', { format: 'png', scale: 1 });
  expect(await check(board.bytes)).toEqual([]);
  const cut = sharp(board.bytes).extract({
    left: Math.floor(board.width * 0.3),
    top: Math.floor(board.height * 0.3),
    width: Math.floor(board.width * 0.4),
    height: Math.floor(board.height * 0.4),
  });
  expect(await check(await cut.png().toBuffer())).toEqual(['cut']);
  expect(await check(await onPaper(cream, 'jpeg'))).toEqual([]);
  const header = Buffer.concat([pngSignature, pngHeader(50_000, 50_000)]);
  await expect(check(header)).rejects.toThrow();
});

test('makes a thumbnail of whatever it looks at, small, whole and in its own shape', async ({ pictures }) => {
  const board = await renderPicture('payment-flow', { format: 'jpeg', scale: 1 });
  const drawing = await renderPicture('payment-flow', { format: 'svg' });
  for (const { bytes, letters } of [
    { bytes: board.bytes, letters: 0 },
    { bytes: drawing.bytes, letters: 3 },
  ]) {
    const { type, thumbnail } = await pictures.lookAt(bytes);
    expect(type).toBe('image/webp');
    const seen = await decode(thumbnail);
    expect(Math.max(seen.width / 144, seen.height / 90)).toBeCloseTo(1, 2);
    const size = { width: seen.width, height: seen.height };
    expect(meanDifference(seen, await decode(bytes, { size }))).toBeLessThan(6 + letters);
  }
  const { thumbnail } = await pictures.lookAt(await onPaper(cream));
  expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 100, height: 80 });
});
