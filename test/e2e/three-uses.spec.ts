import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Window } from 'happy-dom';
import { chooseMenuItem, rightClickBoard, savedFile } from '../browser/drive-extension';
import { readClipboard, readClipboardHtml } from '../browser/read-clipboard';
import { testZip, zipPictures, zipNames } from '../browser/read-zip';
import { differingPixels, isSame } from './compare-bytes';
import { expect, inFirefox, test } from './fixtures';
import { type ServedBoard, servedBoard, servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** A document of the demo world, as a docx page and as a wiki page show one. */
const pages = [
  {
    kind: 'docx',
    url: 'https://acme.feishu.cn/docx/DocCheckout0000000000000001',
    documentId: 'DocCheckout0000000000000001',
    title: '结算系统设计 · Checkout design',
    names: [
      '01 支付流程总览.png',
      '02 Login sequence.jpg',
      '03 产品脑图.jpg',
      '04 组织架构 2026.gif',
      '05 System architecture.svg',
      '06 Release plan _ 发布计划.png',
      '07 用户旅程.png',
      '08 迭代回顾.jpg',
      '09 Data pipeline (official).png',
      '10 数据模型.svg',
      '11 Wireframe_ mobile checkout.png',
      '12 团建照片墙.jpg',
      '13 同步的系统架构.jpg',
    ],
  },
  {
    kind: 'wiki',
    url: 'https://acme.feishu.cn/wiki/WikOnboarding00000000000001',
    documentId: 'DocWikiOnboarding0000000001',
    title: '新人指南 Onboarding',
    names: ['1 支付.jpg', '2 数据 Data.png'],
  },
];

/** What of the HTML editors go by. */
async function copiedHtml(page: Page) {
  const { document } = new Window();
  document.body.innerHTML = await readClipboardHtml(page);
  const image = document.querySelector('img');
  return {
    alt: image?.getAttribute('alt'),
    isBare: image?.closest('a') === null,
    size: [image?.getAttribute('width'), image?.getAttribute('height')],
    isWhole: image?.getAttribute('src')?.startsWith('data:image/png;base64,iVBOR'),
  };
}

function expectedHtml(fileName = '', { picture }: Partial<ServedBoard> = {}) {
  const [width, height] = [picture?.width ?? 0, picture?.height ?? 0];
  const shown = Math.min(width, 960);
  return {
    alt: fileName.replace(/^\d+ |\.\w+$/g, ''),
    isBare: true,
    size: [String(shown), String(Math.round((height * shown) / width))],
    isWhole: true,
  };
}

for (const { kind, url, documentId, title, names } of pages) {
  test.describe(`on a ${kind} page`, () => {
    test('a right-click saves the board, byte for byte and by its name', async ({
      extension,
      feishu,
      openDocument,
    }) => {
      const document = await openDocument(url);
      const [first] = await servedBoards(feishu, documentId);
      await rightClickBoard(document, first?.blockId ?? '');
      await chooseMenuItem(extension, document, 'save-board');

      const name = names[0]?.replace(/^\d+ /, '') ?? '';
      const path = await savedFile(extension, `${title} - ${name}`);
      expect(isSame(await readFile(path), first?.picture.bytes)).toBe(true);
    });

    test('a right-click copies the board as PNG', async ({ extension, feishu, openDocument }) => {
      const document = await openDocument(url);
      const [first] = await servedBoards(feishu, documentId);
      await rightClickBoard(document, first?.blockId ?? '');
      await chooseMenuItem(extension, document, 'copy-board');

      await expect
        .poll(async () => (await readClipboard(document).catch(() => undefined))?.width)
        .toBe(first?.picture.width);
      expect(await differingPixels((await readClipboard(document)).bytes, first?.picture.bytes)).toBe(0);
      expect(await copiedHtml(document)).toEqual(expectedHtml(names[0], first));
    });

    test(
      'the popup saves all boards as one archive, in order',
      inFirefox,
      async ({ extension, feishu, openDocument, openPopup }) => {
        const served = await servedBoards(feishu, documentId);
        const popup = await openPopup(await openDocument(url));
        await expect(popup.getByRole('listitem')).toHaveCount(served.length);
        await popup.getByRole('button', { name: /^Save \d+ boards$/ }).click();
        await expect(popup.locator('[data-job-state="done"]')).toBeVisible();

        const path = await savedFile(extension, `${title}.zip`);
        await testZip(path);
        const inZip = [...names, 'index.html', 'report.json'];
        expect(await zipNames(path)).toEqual(inZip.map((name) => `${title}/${name}`));
        const pictures = Buffer.concat(served.map(({ picture }) => picture.bytes));
        expect(isSame(await zipPictures(path), pictures)).toBe(true);
      },
    );

    test('the popup copies a board as PNG', inFirefox, async ({ feishu, openDocument, openPopup }) => {
      const [first] = await servedBoards(feishu, documentId);
      const popup = await openPopup(await openDocument(url));
      await popup.bringToFront();
      const row = popup.getByRole('listitem').first();
      await expect(row.locator('.thumbnail img')).toBeVisible();
      await row.getByRole('button', { name: /^Copy / }).click();
      await expect(row.getByText('Copied')).toBeVisible();

      const { types, width, height } = await readClipboard(popup);
      expect(types).toContain('image/png');
      expect({ width, height }).toEqual({ width: first?.picture.width, height: first?.picture.height });
    });
  });
}

test.describe('a picture is what its bytes say', () => {
  const { documentId, title, url } = pages[0] ?? { documentId: '', title: '', url: '' };
  const cases = [
    {
      what: 'a JPEG that is labelled PNG',
      id: 'BrdProductMindmap0000000001',
      file: '产品脑图.jpg',
      scale: 1,
    },
    { what: 'a GIF', id: 'BrdOrgChart0000000000000001', file: '组织架构 2026.gif', scale: 1 },
    // A vector has no pixels of its own: it is drawn as wide as slides want it.
    {
      what: 'an SVG',
      id: 'BrdSystemArchitecture000001',
      file: 'System architecture.svg',
      scale: 'slide',
    },
  ];

  for (const { what, id, file, scale } of cases) {
    test(
      `${what} is saved as such, and copied as PNG`,
      inFirefox,
      async ({ extension, feishu, openDocument, openPopup }) => {
        const { blockId, picture } = await servedBoard(feishu, documentId, id);
        const popup = await openPopup(await openDocument(url));
        await popup.bringToFront();
        const row = popup.locator(`[data-block-id="${blockId}"]`);
        await row.getByRole('button', { name: /^Save / }).click();
        const path = await savedFile(extension, `${title} - ${file}`);
        expect(isSame(await readFile(path), picture.bytes)).toBe(true);

        await row.getByRole('button', { name: /^Copy / }).click();
        await expect(row.getByText('Copied')).toBeVisible();
        const copied = await readClipboard(popup);
        expect(copied.bytes.subarray(1, 4).toString()).toBe('PNG');
        const factor = scale === 'slide' ? 1920 / picture.width : 1;
        expect([copied.width, copied.height]).toEqual([
          factor * picture.width,
          Math.round(factor * picture.height),
        ]);
      },
    );
  }
});
