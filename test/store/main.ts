import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../architecture/read-sources';
import { languages } from '../browser/launch-extension';
import { demo } from '../demo/demo-world';
import { seedFrom } from '../feishu/seed-file';
import { startFeishu } from '../feishu/server';
import { askedBy } from './asked-by';
import { readListing } from './listing';
import { photograph } from './photograph';
import { writeListings } from './write-listings';

/** `npm run listings`: what is handed in at the stores beside the packages. The builds are there. */
const folder = join(projectFolder, '.output/stores/listings');
const builds = {
  chrome: askedBy('chrome-mv3'),
  edge: askedBy('chrome-mv3'),
  firefox: askedBy('firefox-mv3'),
};

const feishu = await startFeishu({ seed: await seedFrom(demo.seed) });
try {
  const all = [];
  for (const language of languages) {
    all.push({ listing: readListing(language), screenshots: await photograph(feishu, language) });
  }
  await rm(folder, { recursive: true, force: true });
  const files = await writeListings(folder, all, (store, permission) => builds[store].has(permission));
  console.log(`${files.length} files in .output/stores/listings`);
} finally {
  await feishu.close();
}
