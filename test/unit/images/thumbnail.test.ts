import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniffImageType } from '../../../components/images/sniff';
import { makeThumbnail } from '../../../components/images/thumbnail';
import { createFakeCanvas } from './fake-canvas';

const room = { maxWidth: 320, maxHeight: 240 };
const png = async (width: number, height: number): Promise<Blob> =>
  new Blob([
    new Uint8Array(
      await sharp({ create: { width, height, channels: 3, background: 'teal' } })
        .png()
        .toBuffer(),
    ),
  ]);

describe('makeThumbnail', () => {
  it.each([
    [1600, 900, 320, 180],
    [900, 1600, 135, 240],
    [4000, 3, 320, 1],
  ])('fits %i × %i whole into the room', async (width, height, thumbWidth, thumbHeight) => {
    const canvas = createFakeCanvas();
    const thumbnail = await makeThumbnail(await png(width, height), 'image/png', room, canvas);
    const bytes = new Uint8Array((await thumbnail?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(sniffImageType(bytes)).toBe('image/webp');
    expect(await sharp(bytes).metadata()).toMatchObject({ width: thumbWidth, height: thumbHeight });
    expect(canvas.open).toBe(0);
  });

  it('makes none of a picture that fits already, nor of an SVG', async () => {
    const canvas = createFakeCanvas();
    expect(await makeThumbnail(await png(320, 200), 'image/png', room, canvas)).toBeUndefined();
    expect(await makeThumbnail(new Blob(['<svg/>']), 'image/svg+xml', room, canvas)).toBeUndefined();
    expect(canvas.decoded).toBe(0);
  });

  it('calls a broken picture undecodable', async () => {
    const head = (await png(1600, 900)).slice(0, 60);
    for (const broken of [head, new Blob(['nothing'])]) {
      await expect(makeThumbnail(broken, 'image/png', room, createFakeCanvas())).rejects.toMatchObject({
        code: 'image-undecodable',
      });
    }
  });
});
