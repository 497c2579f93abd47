import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { projectFolder } from '../architecture/read-sources';

const icon = (): Promise<Buffer> => readFile(`${projectFolder}components/ui/icons/icon.svg`);

/** The product's icon, square: Edge asks for 300 pixels. */
export async function logo(pixels: number): Promise<Buffer> {
  return sharp(await icon(), { density: (72 * pixels) / 128 })
    .resize(pixels, pixels)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/**
 * The tile that stores show in their lists, without words, so that it serves every language: 440 × 280.
 * Source: https://developer.chrome.com/docs/webstore/images
 */
export async function promoTile(): Promise<Buffer> {
  return sharp({ create: { width: 440, height: 280, channels: 3, background: '#dbeafe' } })
    .composite([{ input: await logo(176), gravity: 'centre' }])
    .png({ compressionLevel: 9 })
    .toBuffer();
}
