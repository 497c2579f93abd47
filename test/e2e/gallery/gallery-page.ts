import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the pictures lie: `state.language.theme.png`. */
const galleryFolder = fileURLToPath(new URL('../../../test-results/gallery/', import.meta.url));

/** The path of a picture. Its folder is there then. */
export async function pictureFile(state: string, language: string, theme: string): Promise<string> {
  await mkdir(galleryFolder, { recursive: true });
  return join(galleryFolder, `${state}.${language}.${theme}.png`);
}

/** Writes `index.html`: a line of pictures for each state, out of all that lie there. */
export async function writeGallery(): Promise<void> {
  const files = (await readdir(galleryFolder)).filter((name) => name.endsWith('.png')).toSorted();
  const states = new Map<string, string[]>();
  for (const name of files) {
    const [state = ''] = name.split('.');
    states.set(state, [...(states.get(state) ?? []), name]);
  }
  const figure = (name: string): string =>
    `<figure><a href="${name}"><img src="${name}" loading="lazy" alt=""></a><figcaption>${name.split('.').slice(1, 3).join(', ')}</figcaption></figure>`;
  const sections = [...states].map(
    ([state, names]) => `<h2 id="${state}">${state}</h2><div>${names.map(figure).join('')}</div>`,
  );
  await writeFile(
    join(galleryFolder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${sections.join('\n')}</html>`,
  );
}

const style =
  'body{margin:24px;background:#888;font:14px system-ui}div{display:flex;gap:16px;overflow:auto}figure{margin:0;flex:none}img{display:block;max-height:640px}';
