import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { startDesktop } from '../browser/desktop';
import { openPopup, signIn } from '../browser/drive-extension';
import { launchExtension } from '../browser/launch-extension';
import { popupPage } from '../browser/popup-page';
import sharp from 'sharp';
import type { ImageSize } from '../../components/images/measure';
import { differingPixels } from '../e2e/compare-bytes';
import { expect, test } from '../e2e/popup-fixtures';
import { servedBoards } from '../e2e/served-boards';
import { blankSlides, frameOf, picturesOf } from './blank-slides';
import { libreOffice } from './libre-office';
import { type Area, differenceTo } from './picture-area';

const run = promisify(execFile);
const documentId = 'DocCheckout0000000000000001';

test('a board that was copied in Chromium is pasted onto a slide of LibreOffice', async ({
  feishu,
  words,
}) => {
  const folder = test.info().outputPath('impress');
  await mkdir(folder, { recursive: true });
  const file = `${folder}/slides.fodp`;
  await writeFile(file, blankSlides);
  const [board] = await servedBoards(feishu, documentId);

  const desktop = await startDesktop();
  const manager = spawn('openbox', [], { env: desktop.env, stdio: 'ignore' });
  const browser = await launchExtension({
    port: feishu.port,
    headless: false,
    display: desktop.env['DISPLAY'],
  });
  const office = await libreOffice();
  const tool = async (...args: string[]): Promise<string> =>
    (await run('xdotool', args, { env: desktop.env })).stdout.trim();
  try {
    await test.step('the popup copies it', async () => {
      await signIn(browser, 'feishu', 'u-demo-chen-xiao');
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      await page.goto(`https://acme.feishu.cn/docx/${documentId}`);
      const popup = popupPage(await openPopup(browser, page), words);
      await popup.page.bringToFront();
      await popup.rows
        .first()
        .getByRole('button', { name: words('popup_copy_named', '支付流程总览') })
        .click();
      await expect(popup.rows.first().getByText(words('popup_copied'))).toBeVisible();
    });

    const impress = office.open(file, desktop.env);
    try {
      await test.step('Ctrl+V puts it on the slide', async () => {
        const find = (): Promise<string> =>
          tool('search', '--onlyvisible', '--name', 'slides.fodp.*Impress').catch(() => '');
        await expect.poll(find, { timeout: 120_000 }).not.toBe('');
        const [window = ''] = (await find()).split('\n');
        // A start-up tip may lie over the slide, and the window may not take keys yet: until it stands there.
        await expect
          .poll(
            async () => {
              await tool('windowactivate', '--sync', window);
              await tool('key', '--delay', '200', 'Escape', 'Escape', 'ctrl+a', 'Delete', 'ctrl+v', 'ctrl+s');
              return picturesOf(await readFile(file, 'utf8')).length;
            },
            { intervals: [3000] },
          )
          .toBe(1);
      });
      await test.step('the slide shows it on the screen', async () => {
        const middle = { left: 300, top: 350, width: 500, height: 250 };
        const colours = async (): Promise<number> => {
          await run('import', ['-window', 'root', `${folder}/desktop.png`], { env: desktop.env });
          return (await sharp(await sharp(`${folder}/desktop.png`).extract(middle).toBuffer()).stats())
            .entropy;
        };
        await expect.poll(colours).toBeGreaterThan(0.5);
      });
    } finally {
      await impress.close();
    }

    await test.step('it is the board, each pixel of it', async () => {
      const [pasted] = picturesOf(await readFile(file, 'utf8'));
      expect(await differingPixels(pasted ?? Buffer.alloc(0), board?.picture.bytes)).toBe(0);
    });

    await test.step('the slide, exported, shows it', async () => {
      await office.convert(file, 'png');
      const slide = await readFile(`${folder}/slides.png`);
      const { whole, part } = await visibleParts(await readFile(file, 'utf8'), slide, board?.picture);
      const seen = await sharp(board?.picture.bytes).extract(whole).toBuffer();
      expect(await differenceTo(seen, slide, part)).toBeLessThan(6);
    });
  } finally {
    await browser.close();
    const ended = once(manager, 'exit');
    manager.kill();
    await ended;
    await desktop.close();
    await office.remove();
  }
});

/** Which part of the picture lies on the slide, and where: what is pasted may reach over the edge. */
async function visibleParts(
  slides: string,
  slide: Buffer,
  picture: ImageSize = { width: 0, height: 0 },
): Promise<{ whole: Area; part: Area }> {
  const { width, height } = await sharp(slide).metadata();
  const frame = frameOf(slides, { width, height });
  const left = Math.max(0, frame.left);
  const top = Math.max(0, frame.top);
  const part = {
    left: Math.round(left),
    top: Math.round(top),
    width: Math.round(Math.min(width, frame.left + frame.width) - left),
    height: Math.round(Math.min(height, frame.top + frame.height) - top),
  };
  const scale = picture.width / frame.width;
  const whole = {
    left: Math.round((left - frame.left) * scale),
    top: Math.round((top - frame.top) * scale),
    width: Math.min(picture.width, Math.round(part.width * scale)),
    height: Math.min(picture.height, Math.round(part.height * scale)),
  };
  return { whole, part };
}
