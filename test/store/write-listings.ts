import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Language } from '../browser/launch-extension';
import { logo, promoTile } from './artwork';
import type { Listing } from './listing';
import type { stores } from './stores';

interface ListingMedia {
  listing: Listing;
  screenshots: ReadonlyMap<string, Buffer>;
}

/**
 * Writes what is handed in at the stores beside the packages: for each store and language a folder with its texts
 * and screenshots, ready to be pasted into the store's form.
 *
 * @param asked for each store, which permissions its package asks for: of the others nothing is said
 * @returns the paths of the files, below `folder`
 */
export async function writeListings(
  folder: string,
  all: readonly ListingMedia[],
  asked: (store: keyof typeof stores, permission: string) => boolean,
): Promise<string[]> {
  const files = new Map<string, string | Buffer>([
    ['logo-128.png', await logo(128)],
    ['logo-300.png', await logo(300)],
    ['tile-440x280.png', await promoTile()],
  ]);
  for (const store of ['chrome', 'edge', 'firefox'] as const) {
    for (const { listing, screenshots } of all) {
      const place = `${store}/${localeName(listing.language)}`;
      const reasons = [...listing.permissions].filter(([permission]) => asked(store, permission));
      files.set(`${place}/name.txt`, listing.name);
      files.set(`${place}/summary.txt`, listing.summary);
      files.set(`${place}/description.txt`, listing.description);
      files.set(`${place}/single-purpose.txt`, listing.singlePurpose);
      files.set(`${place}/permissions.txt`, asLines(reasons));
      files.set(`${place}/privacy.txt`, asLines([...listing.privacy]));
      let number = 0;
      for (const [name, caption] of listing.screenshots) {
        number += 1;
        files.set(`${place}/screenshot-${number}-${name}.txt`, caption);
        const picture = screenshots.get(`${name} in ${store}`) ?? screenshots.get(name);
        if (picture) files.set(`${place}/screenshot-${number}-${name}.png`, picture);
      }
    }
  }
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), typeof content === 'string' ? `${content}\n` : content);
  }
  return [...files.keys()];
}

/** As the stores' forms call the languages. */
function localeName(language: Language): string {
  return language.replace('_', '-');
}

function asLines(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, text]) => `${name}\n    ${text}`).join('\n\n');
}
