import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { intendedOptionalPermissions, intendedPermissions } from '../../architecture/intended-permissions';
import { languages } from '../../browser/launch-extension';
import { parseListing, readListing } from '../../store/listing';
import { faultsOf, stores } from '../../store/stores';
import { writeListings } from '../../store/write-listings';

describe.each(languages)('the listing in %s', (language) => {
  const listing = readListing(language);

  test.each(Object.entries(stores))('is taken by the store of %s', (_name, store) => {
    expect(faultsOf(listing, store)).toEqual([]);
  });

  test('gives a reason for each permission', () => {
    const asked = [intendedPermissions, intendedOptionalPermissions].flatMap((of) =>
      Object.values(of).flat(),
    );
    expect([...listing.permissions.keys()]).toEqual(
      expect.arrayContaining([...asked, 'hosts', 'optional hosts']),
    );
  });

  test('answers the same questions and shows the same pictures as in English', () => {
    const english = readListing('en');
    expect([...listing.privacy.keys()]).toEqual([...english.privacy.keys()]);
    expect([...listing.screenshots.keys()]).toEqual([...english.screenshots.keys()]);
  });
});

describe('the reading of listings', () => {
  const sections = '## Description\n\nLong.\n\n## Single purpose\n\nOne.\n\n## Privacy\n\n- Location: No.\n';
  const lists = '\n## Permissions\n\n- `hosts`：那里。\n\n## Screenshots\n\n- popup: All.\n';

  test('takes the colon as the language has it', () => {
    const { description, permissions, privacy } = parseListing(sections + lists);
    expect(description).toBe('Long.');
    expect([...privacy, ...permissions]).toEqual([
      ['Location', 'No.'],
      ['hosts', '那里。'],
    ]);
  });

  test('fails where a section or a text is missing', () => {
    expect(() => parseListing(sections)).toThrow('Permissions');
    expect(() => parseListing(`${sections}${lists}- empty:\n`)).toThrow('- empty:');
  });
});

test('a listing that a store would refuse is told in words', () => {
  const listing = readListing('en');
  const broken = { ...listing, name: 'x'.repeat(46), summary: '', description: 'Short.' };
  expect(faultsOf(broken, stores.edge)).toEqual([
    'name: 46 of 1 to 45 characters',
    'summary: 0 of 1 to 132 characters',
    'description: 6 of at least 250',
  ]);
});

test('a store is told of what its package asks for, in each language, and of nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'board-saver-listings-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const screenshots = new Map([
    ['popup', Buffer.from('a picture')],
    ['popup in edge', Buffer.from('as Edge shows it')],
  ]);
  const all = languages.map((language) => ({ listing: readListing(language), screenshots }));
  const files = await writeListings(folder, all, (store, name) => store === 'chrome' && name === 'offscreen');

  const permissions = await readFile(join(folder, 'chrome/ja/permissions.txt'), 'utf8');
  expect(permissions).toMatch(/^offscreen\n {4}\S/);
  expect(permissions).not.toContain('alarms');
  expect(await readFile(join(folder, 'edge/zh-TW/permissions.txt'), 'utf8')).toBe('\n');
  expect(await readFile(join(folder, 'firefox/zh-CN/screenshot-1-popup.png'), 'utf8')).toBe('a picture');
  expect(await readFile(join(folder, 'edge/ja/screenshot-1-popup.png'), 'utf8')).toBe('as Edge shows it');
  expect(files.filter((path) => path.endsWith('/name.txt'))).toHaveLength(3 * languages.length);
});
