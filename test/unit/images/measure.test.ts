import * as fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { ImageType } from '../../../components/image-store/stored-image';
import { isTurnedJpeg } from '../../../components/images/is-turned-jpeg';
import { measureImage } from '../../../components/images/measure';
import { sniffImageType } from '../../../components/images/sniff';

const picture = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 4, background: '#08f8' } });
const svg = (attributes: string): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}></svg>`,
  );
const measureSvg = (attributes: string) => measureImage(svg(attributes), 'image/svg+xml');

describe('measureImage', () => {
  it.each([
    ['PNG', (image: Sharp) => image.png()],
    ['JPEG', (image: Sharp) => image.jpeg()],
    ['progressive JPEG', (image: Sharp) => image.jpeg({ progressive: true })],
    ['JPEG with a colour profile', (image: Sharp) => image.withIccProfile('p3').jpeg()],
    ['GIF', (image: Sharp) => image.gif()],
    ['lossy WebP', (image: Sharp) => image.removeAlpha().webp()],
    ['lossless WebP', (image: Sharp) => image.webp({ lossless: true })],
    ['WebP with alpha', (image: Sharp) => image.webp()],
  ])('reads the size of a %s from its header', async (_, encode) => {
    for (const [width, height] of [
      [1, 1],
      [517, 23],
      [300, 4099],
    ] as const) {
      const bytes = await encode(picture(width, height)).toBuffer();
      const type = sniffImageType(bytes);
      expect(type && measureImage(bytes, type)).toEqual({ width, height });
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'gives a JPEG of EXIF orientation %i as it is seen',
    async (orientation) => {
      const bytes = await picture(40, 30).withMetadata({ orientation }).jpeg().toBuffer();
      const seen = orientation >= 5 ? { width: 30, height: 40 } : { width: 40, height: 30 };
      expect(measureImage(bytes, 'image/jpeg')).toEqual(seen);
      expect(isTurnedJpeg(bytes)).toBe(orientation > 1);
    },
  );

  it.each([
    ['width="120" height="80"', { width: 120, height: 80 }],
    [`width = '120px' height='80.4px'`, { width: 120, height: 81 }],
    ['width="1in" height="72pt"', { width: 96, height: 96 }],
    ['width="100%" height="100%" viewBox="0 0 640 360"', { width: 640, height: 360 }],
    ['viewBox="-10,-10,640.5,360"', { width: 641, height: 360 }],
    ['width="320" viewBox="0 0 640 360"', { width: 320, height: 180 }],
    ['height="180" viewBox="0 0 640 360"', { width: 320, height: 180 }],
    ['data-width="1" title="width=&quot;9&quot; height=9" width="12" height="8"', { width: 12, height: 8 }],
  ])('reads an SVG with %s', (attributes, size) => {
    expect(measureSvg(attributes)).toEqual(size);
  });

  it.each([
    '',
    'width="auto"',
    'width="12"',
    'width="0" height="0"',
    'width="-5" height="4"',
    'width="1e300" height="1"',
    'width="9999999999" height="1"',
    'viewBox="0 0 0 0"',
    'viewBox="0 0 4"',
    'viewBox="0 0 4 NaN"',
  ])('says nothing of an SVG with %s', (attributes) => {
    expect(measureSvg(attributes)).toBeUndefined();
  });

  it('says nothing of files that are cut short, whatever the place', async () => {
    const whole = await picture(64, 48).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    for (let length = 0; length < whole.length; length += 1) {
      const size = measureImage(whole.subarray(0, length), 'image/jpeg');
      expect([undefined, 48]).toContain(size?.width);
    }
  });

  it('is done with a hostile tag at once', () => {
    for (const junk of ['a', ' a', ' a=', "a='", ' ', '" ', '1e']) {
      expect(measureSvg(junk.repeat(40_000))).toBeUndefined();
      expect(measureSvg(`width="${junk.repeat(20_000)}" viewBox='${junk.repeat(5000)}'`)).toBeUndefined();
    }
  });

  it('neither throws nor gives an impossible size for any bytes', () => {
    const types: ImageType[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'];
    const heads: Record<ImageType, number[]> = {
      'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
      'image/jpeg': [0xff, 0xd8, 0xff, 0xe1, 0, 40, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2a, 0],
      'image/gif': [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
      'image/webp': [0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38],
      'image/svg+xml': [...new TextEncoder().encode('<svg width=')],
    };
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.uint8Array({ maxLength: 120 }), (type, tail) => {
        const size = measureImage(Uint8Array.from([...heads[type], ...tail]), type);
        if (size === undefined) return;
        expect(Number.isInteger(size.width) && Number.isInteger(size.height)).toBe(true);
        expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads bytes that lie within a larger buffer', async () => {
    const png = await picture(7, 5).png().toBuffer();
    const larger = new Uint8Array(png.length + 16);
    larger.set(png, 16);
    expect(measureImage(larger.subarray(16), 'image/png')).toEqual({ width: 7, height: 5 });
  });
});
