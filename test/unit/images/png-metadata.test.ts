import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../components/images/crc32';
import { withPngMetadata } from '../../../components/images/png-metadata';
import { writePng } from '../../corpus/write-png';

const png = new Blob([new Uint8Array(writePng({ colourType: 6, bitDepth: 8, interlaced: false }))], {
  type: 'image/png',
});

describe('withPngMetadata', () => {
  it('tells another program resolution and description, and touches no pixel', async () => {
    const description = { title: '支付 · Pay', text: 'a\nb' };
    const blob = withPngMetadata(png, { density: 2, description });
    expect(blob.type).toBe('image/png');
    const written = Buffer.from(await blob.arrayBuffer());
    const { density, comments } = await sharp(written).metadata();
    expect(density).toBe(192);
    expect(comments).toEqual([
      { keyword: 'Title', text: description.title },
      { keyword: 'Description', text: description.text },
    ]);
    const before = await sharp(Buffer.from(await png.arrayBuffer()))
      .raw()
      .toBuffer();
    expect((await sharp(written).raw().toBuffer()).equals(before)).toBe(true);
  });

  it('gives the same PNG where there is nothing to write', () => {
    expect(withPngMetadata(png, {})).toBe(png);
  });

  it('ends no text early', async () => {
    const blob = withPngMetadata(png, { description: { title: 'a\0b', text: '' } });
    const { comments } = await sharp(Buffer.from(await blob.arrayBuffer())).metadata();
    expect(comments).toEqual([{ keyword: 'Title', text: 'ab' }]);
  });
});

describe('crc32', () => {
  it('is the checksum of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
