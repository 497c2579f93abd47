import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderPicture, type PictureOptions } from './render';
import { sceneNames } from './scenes';

/** Writes every board to a folder, to look at: `npx tsx test/feishu/pictures/main.ts FOLDER [png|jpeg|gif|svg] [SCALE] [VARIANT]`. */

const [folder, format = 'png', scale = '1', variant = '0'] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder to write to.');
await mkdir(folder, { recursive: true });

for (const name of sceneNames) {
  const start = performance.now();
  const picture = await renderPicture(name, {
    format: format as PictureOptions['format'],
    scale: Number(scale),
    variant: Number(variant),
  });
  await writeFile(join(folder, `${name}.${format}`), picture.bytes);
  const took = Math.round(performance.now() - start);
  console.log(
    `${name}  ${picture.width} × ${picture.height}  ${Math.round(picture.bytes.length / 1024)} kB  ${took} ms`,
  );
}
