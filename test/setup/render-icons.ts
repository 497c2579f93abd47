import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Makes the PNGs of the product's icon: `npx tsx test/setup/render-icons.ts`, after a change of an SVG. */
const root = new URL('../../', import.meta.url);
const sizes = [16, 32, 48, 128];

for (const size of sizes) {
  // Small sizes have a drawing of their own: the notes would be specks.
  const drawing = size <= 16 ? 'icon-small.svg' : 'icon.svg';
  const svg = await readFile(new URL(`components/ui/icons/${drawing}`, root));
  await sharp(svg, { density: (72 * size * 4) / 128 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toFile(new URL(`public/icon/${size}.png`, root).pathname);
}
