import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPopup, savedFile, signIn } from '../browser/drive-extension';
import { launchExtension } from '../browser/launch-extension';
import { popupPage } from '../browser/popup-page';
import { testZip } from '../browser/read-zip';
import { canMount, mountSmallDisk } from '../browser/small-disk';
import { addressOf } from './demo-addresses';
import { expect, test } from './popup-fixtures';

test.use({ mayReuse: true });

/** Where the machine has no room for pictures or files, the user gets words for it, and a retry goes on once it has. */

test('storage that is full gets words, and a retry goes on when there is room', async ({
  extension,
  popupFor,
  words,
}) => {
  // A quota takes gigabytes to fill, and the override of the developer tools does not reach an extension:
  // so the background's database refuses pictures as a full one does.
  await extension.worker.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      if (value instanceof Blob && !('hasRoom' in globalThis))
        throw new DOMException('', 'QuotaExceededError');
      return put.call(this, value, key);
    };
  });
  const popup = await popupFor(addressOf('DocWikiOnboarding0000000001'));
  await popup.save('支付');
  await popup.expectRowError('支付', 'storage-full');
  await popup.saveAll(2);
  await popup.expectJob('failed');
  await expect(popup.job).toContainText(words.error('storage-full').sentence);

  await extension.worker.evaluate(() => Object.assign(globalThis, { hasRoom: true }));
  await popup.job.getByRole('button', { name: words('job_retry') }).click();
  await popup.expectJob('done');
  await testZip(await savedFile(extension, '新人指南 Onboarding.zip'));
});

// Where no file system may be mounted, no disk can be made full.
if (canMount()) {
  test('a full disk gets words, so does one that cannot be written, and when there is room a retry goes on', async ({
    feishu,
    words,
  }) => {
    const profile = await mkdtemp(join(tmpdir(), 'board-saver-full-'));
    const disk = await mountSmallDisk(join(profile, 'downloads'), 'size=64k');
    try {
      const browser = await launchExtension({ port: feishu.port, profile });
      try {
        await signIn(browser, 'feishu', 'u-demo-chen-xiao');
        const document = browser.context.pages()[0] ?? (await browser.context.newPage());
        await document.goto(addressOf('DocWikiOnboarding0000000001'));
        const popup = popupPage(await openPopup(browser, document), words);
        await popup.page.bringToFront();
        await popup.save('支付');
        await popup.expectRowError('支付', 'download-disk-full');
        await popup.saveAll(2);
        await popup.expectJob('failed');
        await expect(popup.job).toContainText(words.error('download-disk-full').sentence);
        // Chromium itself leaves what it had begun, under names of its own, and lets no extension remove it.
        const left = await readdir(browser.downloads);
        expect(left.filter((name) => !name.endsWith('.crdownload'))).toEqual([]);

        await disk.remount('size=64m');
        await popup.job.getByRole('button', { name: words('remedy_retry') }).click();
        await popup.expectJob('done');
        await testZip(await savedFile(browser, '新人指南 Onboarding.zip'));

        // Chromium asks for another folder then; here nobody chooses one.
        await disk.remount('ro');
        await popup.saveAgain('支付');
        await popup.expectRowError('支付', 'download-cancelled');
      } finally {
        await browser.close();
      }
    } finally {
      await disk.remove();
      await rm(profile, { recursive: true, force: true });
    }
  });
}
