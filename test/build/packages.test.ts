import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../architecture/read-sources';
import { packForStore, packSources } from '../setup/pack-stores.mjs';
import { outputFolders } from './output';

const run = promisify(execFile);

/** The sources package, unpacked as a reviewer does it; only the dependencies are those that are there. */
let elsewhere = '';
/** Where each browser's build will be that is made of it: at the same time, for each uses one processor. */
const builtElsewhere = new Map<string, Promise<string>>();
beforeAll(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'board-saver-sources-'));
  const { files } = await JSZip.loadAsync(await packSources(projectFolder));
  for (const file of Object.values(files)) {
    const path = join(elsewhere, file.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await file.async('uint8array'));
  }
  await symlink(join(projectFolder, 'node_modules'), join(elsewhere, 'node_modules'));
  for (const [browser] of outputFolders) {
    const building = buildElsewhere(browser);
    // Its test may come to it later than it fails.
    building.catch(() => undefined);
    builtElsewhere.set(browser, building);
  }
});
afterAll(() => rm(elsewhere, { recursive: true, force: true }));

async function buildElsewhere(browser: string): Promise<string> {
  const { NODE_ENV: _mode, VITEST: _isTest, ...env } = process.env;
  const args = ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', browser, '--mv3'];
  await run(process.execPath, args, { cwd: elsewhere, env });
  return join(elsewhere, '.output', `${browser}-mv3`);
}

/**
 * In bytes. The second is a package without what makes slides, which comes with the first deck that somebody asks for;
 * 43 kB of it are the words of four languages.
 */
const limits = { all: 700_000, withoutDeck: 260_000 };

describe.each(outputFolders)('the package for %s', (browser, folder) => {
  test(
    'is the same, byte for byte, when it is built elsewhere from the sources package',
    { timeout: 120_000 },
    async () => {
      const again = await packForStore((await builtElsewhere.get(browser)) ?? '');
      expect(again.equals(await packForStore(folder))).toBe(true);
    },
  );

  test('has the licences of what is bundled, and no key of its own', async () => {
    const zip = await JSZip.loadAsync(await packForStore(folder));
    const licences = await zip.file('THIRD-PARTY-LICENCES.txt')?.async('string');
    for (const name of ['preact', 'valibot', 'idb-keyval', 'webextension-polyfill']) {
      expect(licences).toMatch(new RegExp(`^${name} `, 'm'));
    }
    const manifest: unknown = JSON.parse((await zip.file('manifest.json')?.async('string')) ?? '');
    expect(manifest).not.toHaveProperty('key');
  });

  test('is small', async () => {
    const all = await packForStore(folder);
    const zip = await JSZip.loadAsync(all);
    const decks = Object.keys(zip.files).filter((name) => name.startsWith('chunks/build-deck-'));
    expect(decks).toHaveLength(1);
    decks.forEach((name) => zip.remove(name));
    const rest = await zip.generateAsync({
      type: 'nodebuffer',
      compression: 'DEFLATE',
      compressionOptions: { level: 9 },
    });
    expect(all.length).toBeLessThanOrEqual(limits.all);
    expect(rest.length).toBeLessThanOrEqual(limits.withoutDeck);
  });
});

test('the sources have all that a reviewer builds from, and nothing that is made', async () => {
  const zip = await JSZip.loadAsync(await packSources(projectFolder));
  const names = Object.keys(zip.files);
  expect(names).toEqual(
    expect.arrayContaining(['package-lock.json', 'wxt.config.ts', 'entrypoints/content.ts']),
  );
  expect(names.filter((name) => /node_modules|\.output|\.wxt|test-results|\.log$/.test(name))).toEqual([]);
});
