import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { buildDeck } from '../../components/deck/build-deck';
import type { DeckPicture, SlideShape } from '../../components/deck/deck-input';
import { type Picture, renderPicture } from '../feishu/pictures/render';
import { libreOffice } from './libre-office';
import { pictureArea, differenceTo } from './picture-area';

const run = promisify(execFile);

const title = '结算系统设计 · Checkout design';
const names = ['支付流程总览', 'Login & "sequence" <1>', '组织架构 2026', 'System architecture'];

/** A board in each format that a slide can hold, and one as a vector with its fallback. */
const draw = (): Promise<Picture[]> =>
  Promise.all([
    renderPicture('payment-flow', { format: 'png', scale: 1.5 }),
    renderPicture('login-sequence', { format: 'jpeg' }),
    renderPicture('org-chart', { format: 'gif' }),
    renderPicture('system-architecture', { format: 'png' }),
  ]);

for (const shape of ['16:9', '4:3'] as const satisfies SlideShape[]) {
  test(`LibreOffice opens a deck of ${shape} and shows each board as it is`, async () => {
    const pictures = await draw();
    const vector = await renderPicture('system-architecture', { format: 'svg' });
    const read = async (index: number): Promise<DeckPicture> => ({
      picture: blobOf(pictures[index]),
      vector: index === 3 ? blobOf(vector) : undefined,
    });
    const boards = names.map((name) => ({ name, link: 'https://acme.feishu.cn/docx/Doc?a=1&b=2#block' }));
    const createdAt = Date.UTC(2026, 10, 22);
    const deck = await buildDeck({
      title,
      date: '2026年11月22日',
      shape,
      cover: true,
      boards,
      read,
      createdAt,
    });

    const folder = test.info().outputPath('deck');
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/deck.pptx`, new Uint8Array(await deck.arrayBuffer()));
    const office = await libreOffice();
    try {
      await office.convert(`${folder}/deck.pptx`, 'pdf');
    } finally {
      await office.remove();
    }

    await test.step('titles and Chinese text are there, a slide each', async () => {
      const { stdout } = await run('pdftotext', ['-layout', `${folder}/deck.pdf`, '-']);
      const slides = stdout.split('\f').slice(0, -1);
      expect(slides).toHaveLength(names.length + 1);
      for (const [index, text] of [title, ...names].entries()) expect(slides[index]).toContain(text);
    });

    await run('pdftoppm', ['-r', '144', '-png', `${folder}/deck.pdf`, `${folder}/slide`]);
    for (const [index, picture] of pictures.entries()) {
      await test.step(`slide ${index + 2} shows ${names[index]}`, async () => {
        const slide = await readFile(`${folder}/slide-${index + 2}.png`);
        const { width, height } = await sharp(slide).metadata();
        expect(width / height).toBeCloseTo(shape === '16:9' ? 16 / 9 : 4 / 3, 2);
        const area = pictureArea(shape, picture, { width, height });
        expect(await differenceTo(picture.bytes, slide, area)).toBeLessThan(6);
        // The measure tells boards apart: the next one is another.
        const other = pictures[(index + 1) % pictures.length]?.bytes ?? Buffer.alloc(0);
        expect(await differenceTo(other, slide, area)).toBeGreaterThan(12);
      });
    }
  });
}

function blobOf(picture: Picture | undefined): Blob {
  return new Blob([new Uint8Array(picture?.bytes ?? [])]);
}
