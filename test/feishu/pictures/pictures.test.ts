import { describe, expect, it } from 'vitest';
import { encodePng } from './encode-png';
import { photoPixels } from './photo-pixels';
import { renderPicture } from './render';
import type { SceneItem } from './scene';
import { sceneNames, scenes } from './scenes';
import { breakLines } from './text-layout';
import { toSvg } from './to-svg';

const startOf = (bytes: Buffer) => bytes.subarray(0, 4).toString('latin1');

describe('the scenes', () => {
  it.each(sceneNames)('%s gives every item an id of its own', (name) => {
    const ids = scenes[name].items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(sceneNames)('%s stays inside its board', (name) => {
    const { width, height, items } = scenes[name];
    const outside = items.filter((item) =>
      corners(item).some(([x, y]) => x < 0 || y < 0 || x > width || y > height),
    );
    expect(outside).toEqual([]);
  });

  it.each(sceneNames)('%s joins its connectors to items that exist', (name) => {
    const ids = new Set(scenes[name].items.map(({ id }) => id));
    const ends = scenes[name].items.flatMap((item) =>
      item.type === 'connector' ? [item.from, item.to].filter((id) => id !== undefined) : [],
    );
    expect(ends.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('renderPicture', () => {
  it.each([
    ['png', '\x89PNG'],
    ['jpeg', '\xff\xd8\xff'],
    ['gif', 'GIF8'],
    ['svg', '<svg'],
  ] as const)('encodes %s', async (format, start) => {
    const { bytes } = await renderPicture('data-pipeline', { format, scale: 0.5 });
    expect(startOf(bytes).startsWith(start)).toBe(true);
  });

  it('tells the size that the file has', async () => {
    const { bytes, width, height } = await renderPicture('er-diagram', { format: 'png', scale: 1.5 });
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height]);
    expect([width, height]).toEqual([2220, 1410]);
  });

  it('gives other bytes for the changed board, and other ones again for the next change', async () => {
    const pictures = await Promise.all(
      [0, 1, 2].map((variant) => renderPicture('org-chart', { format: 'png', variant })),
    );
    const all = pictures.map(({ bytes }) => bytes.toString('base64'));
    expect(new Set(all).size).toBe(3);
  });

  it('spans 0.05 to 4 MB', { timeout: 60_000 }, async () => {
    const sizes = [];
    for (const name of sceneNames) sizes.push((await renderPicture(name, { format: 'png' })).bytes.length);
    expect(Math.min(...sizes)).toBeGreaterThan(50_000);
    expect(Math.max(...sizes)).toBeGreaterThan(2_000_000);
    expect(Math.max(...sizes)).toBeLessThan(4_000_000);
  });
});

describe('toSvg', () => {
  it.each(sceneNames)('draws %s the same way twice', (name) => {
    expect(toSvg(scenes[name])).toBe(toSvg(scenes[name]));
  });

  it('keeps writing as text', () => {
    expect(toSvg(scenes['payment-flow'])).toContain('发起支付</tspan>');
  });

  it('says the changed number on the changed board', () => {
    expect(toSvg(scenes['retro-notes'], 1)).toContain('>v2<');
  });
});

describe('encodePng', () => {
  it('writes what another decoder reads back', async () => {
    const { default: sharp } = await import('sharp');
    const pixels = photoPixels(3, 40, 30);
    const raw = await sharp(encodePng(pixels, 40, 30))
      .raw()
      .toBuffer();
    expect(raw.equals(pixels)).toBe(true);
  });
});

describe('breakLines', () => {
  it('keeps words whole and breaks Chinese anywhere, but not before a comma', () => {
    expect(breakLines('hello wide world', 10, 60)).toEqual(['hello wide', 'world']);
    expect(breakLines('一二三四，五', 10, 40)).toEqual(['一二三', '四，五']);
  });
});

function corners(item: SceneItem): [number, number][] {
  if (item.type === 'connector') return item.points.map(({ x, y }) => [x, y]);
  if (item.type === 'text') return [[item.x, item.y]];
  return [
    [item.x, item.y],
    [item.x + item.width, item.y + item.height],
  ];
}
