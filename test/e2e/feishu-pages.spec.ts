import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { pagesSeed } from '../feishu/pages/pages-seed';
import { startFeishu, type Feishu } from '../feishu/server';

/** The page's model, as far as it is looked at here, and the emulator's own handle. */
declare const PageMain: {
  blockManager: {
    rootBlockModel: {
      record: { id: string };
      children: { type: string; snapshot: { type: string; token?: string } }[];
    };
  };
};
declare const feishuEmulator: { swapRoot(): void };

/** Proves in a real browser that the embedded Feishu's pages behave as the site's do. No extension is loaded. */

const everything = 'https://acme.feishu.cn/docx/DocEverything00000000000001';
const long = 'https://acme.feishu.cn/docx/DocLong00000000000000000001';
const inWiki = 'https://acme.feishu.cn/wiki/WikiFirst000000000000000001';
const topLevelBoard =
  '.root-render-unit-container > .render-unit-wrapper > [data-record-id="BlockTopLevel00000000000001"]';

/** Whatever stands in the measuring area is a copy. */
const isCopy = '.bear-virtual-pre-renderer *';

let feishu: Feishu;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

test.beforeAll(async () => {
  feishu = await startFeishu({ seed: pagesSeed });
  const rules = ['feishu.cn', 'larksuite.com'].map((domain) => `MAP *.${domain} 127.0.0.1:${feishu.port}`);
  browser = await chromium.launch({
    executablePath: process.env['BOARD_SAVER_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--ignore-certificate-errors',
      `--host-resolver-rules=${rules.join(',')}`,
    ],
  });
});

test.afterAll(async () => {
  await browser?.close();
  await feishu?.close();
});

test.beforeEach(async () => {
  complaints.length = 0;
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});

test.afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

async function open(address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.root-block');
}

/** Scrolls the document, waits until the page has answered, and says which blocks are mounted. */
function scrollTo(share: number): Promise<string[]> {
  return page.evaluate(
    async ([at, copies]) => {
      const scroller = document.querySelector('.bear-web-x-container');
      if (!scroller) throw new Error('no scroller');
      scroller.scrollTop = at * (scroller.scrollHeight - scroller.clientHeight);
      for (let frames = 0; frames < 3; frames++) {
        await new Promise((resolve) => {
          requestAnimationFrame(resolve);
        });
      }
      const blocks = [...document.querySelectorAll('.root-block .block')];
      return blocks
        .filter((block) => !block.matches(copies))
        .map((block) => block.getAttribute('data-record-id') ?? '');
    },
    [share, isCopy] as const,
  );
}

test('mounts a few blocks of thousands, wherever one scrolls', async () => {
  await open(long);
  const counts: number[] = [];
  const seen = new Set<string>();
  for (let step = 0; step <= 20; step++) {
    const mounted = await scrollTo(step / 20);
    counts.push(mounted.length);
    for (const id of mounted) seen.add(id);
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(60);
  expect(Math.min(...counts)).toBeGreaterThan(5);
  const known = new Set(
    feishu.store.document('DocLong00000000000000000001')?.blocks.map(({ blockId }) => blockId),
  );
  expect([...seen].filter((id) => !known.has(id))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});

test('unmounts a block and mounts another element for it later', async () => {
  await open(long);
  const first = await page.$('.root-block .docx-heading2-block');
  const id = await first?.getAttribute('data-record-id');
  await scrollTo(0.5);
  expect(await first?.evaluate((element) => element.isConnected)).toBe(false);
  await scrollTo(0);
  const again = await page.$(`.render-unit-wrapper > [data-record-id="${id}"]`);
  expect(await again?.evaluate((element, old) => element !== old, first)).toBe(true);
});

test('leaves one placeholder for each gap, with a height and no ids', async () => {
  await open(long);
  await scrollTo(0.5);
  const gaps = await page.$$eval('.bear-virtual-renderUnit-placeholder', (elements) =>
    elements.map((gap) => ({
      attributes: gap.getAttributeNames().toSorted(),
      parent: gap.getAttribute('data-parent-id'),
      high: gap.getBoundingClientRect().height > 10_000,
    })),
  );
  expect(gaps).toEqual(
    Array.from({ length: 2 }, () => ({
      attributes: ['class', 'data-parent-id', 'style'],
      parent: '1',
      high: true,
    })),
  );
});

test('virtualises inside a callout too, and renders nothing under a folded heading', async () => {
  await open(everything);
  for (let step = 0; step <= 30; step++) {
    const mounted = await scrollTo(step / 30);
    expect(mounted.length).toBeLessThanOrEqual(70);
    const folded = feishu.store
      .document('DocEverything00000000000001')
      ?.blocks.find(({ seed }) => seed?.type === 'board' && seed.board === 'BoardFolded0000000000000001');
    expect(mounted).not.toContain(folded?.blockId);
  }
});

test('finds boards in columns, cells, callouts and synced copies', async () => {
  await open(everything);
  const boards = new Set<string>();
  for (let step = 0; step <= 60; step++) {
    await scrollTo(step / 60);
    const ids = await page.$$eval(
      '.docx-whiteboard-block',
      (elements, copies) =>
        elements
          .filter((element) => !element.matches(copies))
          .map((element) => element.getAttribute('data-record-id')),
      isCopy,
    );
    for (const id of ids) boards.add(id ?? '');
  }
  const blocks = ['DocEverything00000000000001', 'DocSynced000000000000000001'].flatMap(
    (id) => feishu.store.document(id)?.blocks ?? [],
  );
  const expected = blocks.filter(
    ({ seed }) => seed?.type === 'board' && !seed.board.startsWith('BoardFolded'),
  );
  expect([...boards].toSorted()).toEqual(expected.map(({ blockId }) => blockId).toSorted());
});

test('keeps copies of blocks, a board among them, in the measuring area', async () => {
  await open(everything);
  const copies = await page.$$eval('.bear-virtual-pre-renderer .docx-whiteboard-block', (elements) =>
    elements.map((element) => element.getAttribute('data-record-id')),
  );
  expect(copies).toContain('BlockTopLevel00000000000001');
  expect(await page.$$(`[data-record-id="BlockTopLevel00000000000001"]`)).toHaveLength(2);
});

test('draws a board on its canvas, and names it in no attribute', async () => {
  await open(everything);
  await expect
    .poll(() =>
      page.$eval(`${topLevelBoard} canvas`, (canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return new Set(Array.from({ length: 5000 }, (_, at) => pixels[at * 256])).size;
      }),
    )
    .toBeGreaterThan(5);
  expect(await page.content()).not.toContain('BoardTopLevel');
});

test('has its model late, with tokens of boards that were never mounted', async () => {
  await page.goto(`${everything}?modelDelay=1000000`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.root-block');
  expect(await page.evaluate(() => 'PageMain' in window)).toBe(false);
  await open(`${everything}?modelDelay=50`);
  await page.waitForFunction(() => 'PageMain' in window);
  const model = await page.evaluate(() => {
    const root = PageMain.blockManager.rootBlockModel;
    return { id: root.record.id, last: root.children.at(-1) };
  });
  expect(model).toMatchObject({
    id: 'DocEverything00000000000001',
    last: { type: 'fallback', snapshot: { type: 'whiteboard', token: 'BoardAtTheEnd00000000000001' } },
  });
});

test('keeps the context menu for itself', async () => {
  await open(everything);
  await page.evaluate(() => {
    window.addEventListener('contextmenu', (event) => {
      document.documentElement.dataset['prevented'] = String(event.defaultPrevented);
    });
  });
  await page.click(topLevelBoard, { button: 'right' });
  expect(await page.getAttribute('html', 'data-prevented')).toBe('true');
  expect(await page.$('.whiteboard-context-menu')).toBeNull();
  await page.dblclick(topLevelBoard);
  await page.click(topLevelBoard, { button: 'right' });
  await expect(page.locator('.whiteboard-context-menu')).toBeVisible();
});

test('goes to another document of a wiki without loading a page', async () => {
  await open(inWiki);
  await expect(page.locator('.docx-in-wiki')).toHaveCount(1);
  await page.evaluate(() => {
    document.documentElement.dataset['load'] = 'first';
  });
  await page.click('.wiki-tree__node >> text=样例');
  await page.waitForSelector('[data-record-id="DocEverything00000000000001"]');
  expect(new URL(page.url()).pathname).toBe('/wiki/WikiSecond00000000000000001');
  expect(await page.getAttribute('html', 'data-load')).toBe('first');
  expect(await page.title()).toContain('样例 Everything');
  await expect(page.locator('.wiki-suite-title .breadcrumb-editable-title')).toHaveText(/样例 Everything/);
  await page.click('.wiki-tree__node >> text=表格');
  await expect(page.locator('.root-block')).toHaveCount(0);
  await page.goBack();
  await page.waitForSelector('[data-record-id="DocEverything00000000000001"]');
});

test('replaces the editor under the same address', async () => {
  await open(everything);
  const before = await page.$('.root-block');
  const number = () => page.getAttribute(topLevelBoard, 'data-block-id');
  const old = await number();
  await page.evaluate(() => feishuEmulator.swapRoot());
  expect(await before?.evaluate((element) => element.isConnected)).toBe(false);
  await expect(page.locator(topLevelBoard)).toHaveCount(1);
  expect(await number()).not.toBe(old);
});

test('stands under its own policy, which is in force', async () => {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const root = document.documentElement;
      root.dataset['violations'] = `${root.dataset['violations'] ?? ''}${event.violatedDirective} `;
    });
  });
  await open(everything);
  for (let step = 0; step <= 10; step++) await scrollTo(step / 10);
  await page.dblclick('.docx-whiteboard-block:not(.bear-virtual-pre-renderer *)');
  expect(await page.getAttribute('html', 'data-violations')).toBeNull();
  const refused = await page.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<b>text</b>';
      return 'allowed';
    } catch (error) {
      return String(error);
    }
  });
  expect(refused).toContain('TrustedHTML');
  await expect
    .poll(() => page.getAttribute('html', 'data-violations'))
    .toContain('require-trusted-types-for');
  complaints.length = 0;
});
