import type { Locator } from '@playwright/test';
import type { ErrorCode } from '../../components/errors';
import { type Feishu, startFeishu } from '../feishu/server';
import { addressOf } from './demo-addresses';
import { expect, test } from './popup-fixtures';
import { blockAt, places, trapDocument, trapNode, trapWorld } from './trap-world';

test.use({ mayReuse: true });

/** Every container and trap of a document page, with each of the sources that may be there or not. */

const everywhere = places.map(blockAt);
const but = (...lacking: (typeof places)[number][]): string[] =>
  places.filter((place) => !lacking.includes(place)).map(blockAt);

const docx = addressOf(trapDocument);
const wiki = `https://acme.feishu.cn/wiki/${trapNode}`;
const unread: ErrorCode = 'synced-copy-unreadable';
const refused: ErrorCode = 'user-scope-missing';

const cases: { what: string; token: string; url: string; boards: string[]; says: ErrorCode }[] = [
  { what: 'API and model', token: 'u-all', url: docx, boards: everywhere, says: unread },
  {
    what: 'API and older model',
    token: 'u-all',
    url: `${docx}?model=older`,
    boards: everywhere,
    says: unread,
  },
  {
    what: 'API and hostile model',
    token: 'u-all',
    url: `${docx}?model=hostile`,
    boards: everywhere,
    says: unread,
  },
  {
    what: 'API alone',
    token: 'u-all',
    url: `${docx}?model=never`,
    boards: but('CopyForbidden'),
    says: unread,
  },
  { what: 'API and model, in a wiki', token: 'u-all', url: wiki, boards: everywhere, says: unread },
  { what: 'model', token: 'u-pictures', url: docx, boards: but('Pending'), says: refused },
  {
    what: 'model with all slices',
    token: 'u-pictures',
    url: `${docx}?slices=all`,
    boards: everywhere,
    says: refused,
  },
  {
    what: 'older model',
    token: 'u-pictures',
    url: `${docx}?model=older&slices=all`,
    boards: everywhere,
    says: refused,
  },
  {
    what: 'model, in a wiki',
    token: 'u-pictures',
    url: `${wiki}?slices=all`,
    boards: everywhere,
    says: refused,
  },
  {
    what: 'the page alone',
    token: 'u-pictures',
    url: `${docx}?model=never`,
    boards: [blockAt('Grid'), blockAt('TableCell')],
    says: refused,
  },
];

const blockIdsOf = (rows: Locator): Promise<string[]> =>
  rows.evaluateAll((elements) =>
    elements.map((row) => row.closest('[data-block-id]')?.getAttribute('data-block-id') ?? ''),
  );

let world: Feishu;
test.beforeAll(async () => {
  world = await startFeishu({ seed: trapWorld });
});
test.afterAll(() => world.close());

// Playwright reads the names of the fixtures from this pattern: there are none.
// oxlint-disable-next-line no-empty-pattern
test.use({ feishu: async ({}, use) => use(world) });

for (const { what, token, url, boards, says } of cases) {
  test.describe(`by ${what}`, () => {
    test.use({ token });

    test('each board of each container is listed once, in order, and nothing that is none', async ({
      extension,
      openDocument,
      popupOver,
      words,
    }) => {
      const page = extension.context.pages()[0] ?? (await extension.context.newPage());
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      // Of the page itself, a window of this height has the first two boards; the last is measured out of sight.
      await page.setViewportSize({ width: 1280, height: 300 });
      const document = await openDocument(url);
      const popup = await popupOver(document);
      await expect.poll(() => blockIdsOf(popup.rows)).toEqual(boards);
      const [sentence = ''] = words.error(says, '…').sentence.split('…');
      await expect(popup.page.getByText(sentence)).toBeVisible();
      expect(await blockIdsOf(popup.rows)).toEqual(boards);
      // The page's own policy is in force, trusted types included, and nothing of ours offends it.
      expect(complaints).toEqual([]);
    });
  });
}

test.describe('by hostile model alone', () => {
  test.use({ token: 'u-pictures' });

  test('each true board is listed in order, whatever the page invents besides', async ({ popupFor }) => {
    const popup = await popupFor(`${docx}?model=hostile`);
    const listed = but('Pending');
    await expect
      .poll(async () => (await blockIdsOf(popup.rows)).filter((id) => everywhere.includes(id)))
      .toEqual(listed);
    const ids = await blockIdsOf(popup.rows);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[\w-]{1,64}$/.test(id))).toEqual([]);
  });
});
