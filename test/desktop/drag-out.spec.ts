import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { startDesktop } from '../browser/desktop';
import { signIn, tabIdOf } from '../browser/drive-extension';
import { launchExtension } from '../browser/launch-extension';
import { popupPage } from '../browser/popup-page';
import { differingPixels } from '../e2e/compare-bytes';
import { expect, test } from '../e2e/popup-fixtures';
import { servedBoards } from '../e2e/served-boards';

const run = promisify(execFile);
const documentId = 'DocCheckout0000000000000001';

/** Half of the screen each: what is dragged on the left, where it is dropped on the right. */
const left = { x: 0, y: 0, width: 640, height: 860 };
const right = { x: 650, y: 20, width: 620, height: 840 };

/** A point of the screen. */
type Point = readonly [x: number, y: number];

test('a picture is dragged with a real pointer from the popup onto a page in another window', async ({
  feishu,
  words,
}) => {
  const [board] = await servedBoards(feishu, documentId);
  const desktop = await startDesktop();
  const manager = spawn('openbox', [], { env: desktop.env, stdio: 'ignore' });
  const browser = await launchExtension({
    port: feishu.port,
    headless: false,
    display: desktop.env['DISPLAY'],
  });
  const tool = async (...args: (string | number)[]): Promise<string> =>
    (await run('xdotool', args.map(String), { env: desktop.env })).stdout.trim();
  /** Puts the window of this title to its half of the screen. */
  const place = async (title: string, { x, y, width, height }: typeof left): Promise<void> => {
    const find = (): Promise<string> => tool('search', '--onlyvisible', '--name', title).catch(() => '');
    await expect.poll(find, { timeout: 120_000 }).not.toBe('');
    const window = (await find()).split('\n').at(-1) ?? '';
    await tool('windowsize', '--sync', window, width, height);
    await tool('windowmove', '--sync', window, x, y);
  };
  /** In small steps: a drag begins, and is followed, by moves. */
  const drag = async (from: Point, to: Point): Promise<void> => {
    const steps = Array.from({ length: 20 }, (_, step) => (step + 1) / 20);
    const at = (part: number): (string | number)[] => [
      'mousemove',
      Math.round(from[0] + (to[0] - from[0]) * part),
      Math.round(from[1] + (to[1] - from[1]) * part),
      'sleep',
      0.05,
    ];
    await tool(...at(0), 'mousedown', 1, ...steps.flatMap(at), 'sleep', 0.5, 'mouseup', 1);
  };
  try {
    await signIn(browser, 'feishu', 'u-demo-chen-xiao');
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(`https://acme.feishu.cn/docx/${documentId}`);
    const tab = await browser.context.newPage();
    // As large as its window, so that its places are places of the screen.
    await tab.goto(`${browser.origin}/popup.html?tab=${await tabIdOf(browser, page)}`);
    const popup = popupPage(tab, words);
    await popup.page.bringToFront();
    await titled(popup.page, 'dragged from');
    await place('dragged from', left);
    const thumbnail = popup.row('支付流程总览').locator('.thumbnail');
    const opened = browser.context.waitForEvent('page');
    await popup.page.evaluate(() => void window.open('about:blank', '_blank', 'popup,width=600,height=600'));
    const target = await opened;
    await titled(target, 'dropped here');
    await place('dropped here', right);

    const ready = async (): Promise<Point> => {
      // A picture that has not come yet is not drawn for the pointer.
      await thumbnail.locator('img').first().waitFor();
      const point = await onScreen(popup.page, await thumbnail.boundingBox());
      await tool('mousemove', point[0], point[1] + 200, 'mousemove', ...point);
      await expect(thumbnail.locator('img[draggable=true]')).toBeAttached();
      return point;
    };

    await test.step('it comes as a file, and within HTML', async () => {
      const dropped = nextFiles(target);
      await drag(await ready(), [960, 400]);
      const { files, html } = await dropped;
      expect(files.map(({ type }) => type)).toEqual(['image/png']);
      expect(await differingPixels(Buffer.from(files[0]?.base64 ?? '', 'base64'), board?.picture.bytes)).toBe(
        0,
      );
      expect(html).toContain('alt="支付流程总览"');
    });
  } finally {
    await browser.close();
    const ended = once(manager, 'exit');
    manager.kill();
    await ended;
    await desktop.close();
  }
});

async function titled(page: Page, title: string): Promise<void> {
  await page.evaluate((words) => void (document.title = words), title);
}

/** The middle of a box of a page, on the screen. */
async function onScreen(
  page: Page,
  box: { x: number; y: number; width: number; height: number } | null,
): Promise<Point> {
  if (!box) throw new Error('it is not to be seen');
  const corner = await page.evaluate(() => [
    screenX + (outerWidth - innerWidth) / 2,
    screenY + outerHeight - innerHeight - (outerWidth - innerWidth) / 2,
  ]);
  return [
    Math.round((corner[0] ?? 0) + box.x + box.width / 2),
    Math.round((corner[1] ?? 0) + box.y + box.height / 2),
  ];
}

/** What a page gets of the next thing that is dropped on it. */
async function nextFiles(page: Page) {
  return page.evaluate(
    () =>
      new Promise<{ files: { name: string; type: string; base64: string }[]; html: string }>(
        (resolve, reject) => {
          const read = async (file: File) => {
            let binary = '';
            for (const byte of new Uint8Array(await file.arrayBuffer())) binary += String.fromCharCode(byte);
            return { name: file.name, type: file.type, base64: btoa(binary) };
          };
          document.addEventListener('dragover', (event) => event.preventDefault());
          document.addEventListener('drop', (event) => {
            event.preventDefault();
            const { dataTransfer } = event;
            if (!dataTransfer) return;
            const html = dataTransfer.getData('text/html');
            Promise.all(Array.from(dataTransfer.files, read)).then(
              (files) => resolve({ files, html }),
              reject,
            );
          });
        },
      ),
  );
}
