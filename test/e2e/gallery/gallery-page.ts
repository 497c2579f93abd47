import sharp from 'sharp';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the pictures lie: `state.language-theme.png`, and beside it what differs from the approved one. */
const galleryFolder = fileURLToPath(new URL('../../../test-results/gallery/', import.meta.url));

interface SeenDifference {
  approved: Buffer;
  /** What differs, in red. */
  difference?: Buffer | undefined;
}

/** Puts a picture into the gallery; resolves with its path. */
export async function hang(
  state: string,
  variant: string,
  picture: Buffer,
  changed?: SeenDifference,
): Promise<string> {
  await mkdir(galleryFolder, { recursive: true });
  const path = (kind: string): string => join(galleryFolder, `${state}.${variant}${kind}.png`);
  await writeFile(path(''), picture);
  if (changed) await sharp(changed.approved).png().toFile(path('.approved'));
  if (changed?.difference) await writeFile(path('.difference'), changed.difference);
  return path('');
}

/** Writes `index.html`: what has changed first, then a line of pictures for each state, out of all that lie there. */
export async function writeGallery(): Promise<void> {
  await mkdir(galleryFolder, { recursive: true });
  const names = (await readdir(galleryFolder)).filter((name) => name.endsWith('.png')).toSorted();
  const states = new Map<string, string[]>();
  const add = (title: string, name: string): unknown =>
    states.set(title, [...(states.get(title) ?? []), name]);
  for (const name of names.filter((each) => each.endsWith('.approved.png'))) {
    for (const kind of ['.approved.png', '.png', '.difference.png']) {
      const beside = name.replace('.approved.png', kind);
      if (names.includes(beside)) add(`changed: ${name.replace('.approved.png', '')}`, beside);
    }
  }
  for (const name of names) if (name.split('.').length === 3) add(name.split('.')[0] ?? '', name);
  const sections = [...states].map(
    ([title, pictures]) => `<h2>${title}</h2><div>${pictures.map(figure).join('')}</div>`,
  );
  await writeFile(
    join(galleryFolder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${sections.join('\n')}</html>`,
  );
}

function figure(name: string): string {
  const caption = name.split('.').slice(1, -1).join(', ');
  return `<figure><a href="${name}"><img src="${name}" loading="lazy" alt=""></a><figcaption>${caption}</figcaption></figure>`;
}

const style =
  'body{margin:24px;background:#888;font:14px system-ui}div{display:flex;gap:16px;overflow:auto}figure{margin:0;flex:none}img{display:block;max-height:640px}';
