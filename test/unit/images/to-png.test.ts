import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { measureImage } from '../../../components/images/measure';
import { toPng } from '../../../components/images/to-png';
import { createFakeCanvas } from './fake-canvas';

const picture = sharp({ create: { width: 12, height: 8, channels: 3, background: 'teal' } });
const toBlob = (bytes: Uint8Array, type: string): Blob => new Blob([new Uint8Array(bytes)], { type });
const noSvg = (): Promise<Blob> => Promise.reject(new Error('no SVG was expected'));

/** A GIF that claims to be as large as its header can say, with nothing behind it. */
const hugeGif = (width: number, height: number): Blob => {
  const bytes = new Uint8Array(32);
  bytes.set(new TextEncoder().encode('GIF89a'));
  new DataView(bytes.buffer).setUint16(6, width, true);
  new DataView(bytes.buffer).setUint16(8, height, true);
  return toBlob(bytes, 'image/gif');
};

describe('toPng', () => {
  it('passes a PNG on byte for byte, and names its type', async () => {
    const bytes = new Uint8Array(await picture.clone().png().toBuffer());
    const png = await toPng(toBlob(bytes, 'application/octet-stream'), 'image/png', { drawSvg: noSvg });
    expect(png.type).toBe('image/png');
    expect(new Uint8Array(await png.arrayBuffer())).toEqual(bytes);
  });

  it('draws a JPEG anew, upright, and closes what it decoded', async () => {
    const canvas = createFakeCanvas();
    const jpeg = toBlob(
      await picture.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      'image/jpeg',
    );
    const png = await toPng(jpeg, 'image/jpeg', { canvas, drawSvg: noSvg });
    const size = measureImage(new Uint8Array(await png.arrayBuffer()), 'image/png');
    expect(size).toEqual({ width: 8, height: 12 });
    expect(canvas.open).toBe(0);
  });

  it.each([
    [16_385, 1],
    [65_535, 65_535],
  ])('refuses %i × %i pixels before it decodes anything', async (width, height) => {
    const canvas = createFakeCanvas();
    await expect(
      toPng(hugeGif(width, height), 'image/gif', { canvas, drawSvg: noSvg }),
    ).rejects.toMatchObject({ code: 'image-too-large-to-convert' });
    expect(canvas.decoded).toBe(0);
  });

  it('refuses an SVG of impossible size before it draws it', async () => {
    const svg = toBlob(new TextEncoder().encode('<svg width="20000" height="10"/>'), 'image/svg+xml');
    await expect(toPng(svg, 'image/svg+xml', { drawSvg: noSvg })).rejects.toMatchObject({
      code: 'image-too-large-to-convert',
    });
  });

  it('hands an SVG to whoever can draw it', async () => {
    const svg = toBlob(new TextEncoder().encode('<svg width="20" height="10"/>'), 'image/svg+xml');
    const drawn = toBlob(await picture.clone().png().toBuffer(), 'image/png');
    expect(await toPng(svg, 'image/svg+xml', { drawSvg: async () => drawn })).toBe(drawn);
  });

  it('calls a broken picture undecodable, and so an empty or foreign drawing', async () => {
    const canvas = createFakeCanvas();
    const broken = toBlob(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg');
    await expect(toPng(broken, 'image/jpeg', { canvas, drawSvg: noSvg })).rejects.toMatchObject({
      code: 'image-undecodable',
    });
    const svg = toBlob(new TextEncoder().encode('<svg/>'), 'image/svg+xml');
    for (const drawn of [new Blob([], { type: 'image/png' }), new Blob(['x'], { type: 'image/webp' })]) {
      await expect(toPng(svg, 'image/svg+xml', { drawSvg: async () => drawn })).rejects.toMatchObject({
        code: 'image-undecodable',
      });
    }
  });
});
