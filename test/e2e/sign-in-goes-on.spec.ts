import { openOptions, savedFile } from '../browser/drive-extension';
import { optionsPage } from '../browser/options-page';
import type { PopupPage } from '../browser/popup-page';
import { testZip } from '../browser/read-zip';
import { stopWorkers } from '../browser/stop-workers';
import type { Words } from '../browser/words';
import { addressOf } from './demo-addresses';
import { holdBack } from './hold-back';
import { expect, test } from './sign-in-fixtures';
import { at, refreshes, signInWithApp } from './sign-in-world';

declare const chrome: {
  alarms: { create(name: string, when: { periodInMinutes: number }): Promise<void> };
};

test.describe('a sign-in goes on', () => {
  test('when the network comes back, and the page that began it is closed', async ({
    extension,
    feishu,
    firstPage,
    person,
    words,
  }) => {
    await signInWithApp(firstPage, at.feishu.app, words);
    const page = await person.page(/^Authorize /);
    await firstPage.page.close();
    feishu.faults.add({ match: { path: '/oauth/v3/token' }, kind: 'reset', times: 4 });
    await page.bringToFront();
    await person.answer(/^Authorize /, 'Authorize');
    const again = optionsPage(await openOptions(extension), words);
    await expect(again.account('feishu')).toContainText('陈晓');
  });

  test('when the worker dies between two questions', async ({ feishu, firstPage, person, words }) => {
    await firstPage.page.getByRole('button', { name: words('sign_in_create'), exact: true }).click();
    await person.page(/^Create your app$/);
    await stopWorkers(firstPage.page);
    await person.answer(/^Create your app$/, 'Create');
    // The next page is opened by a worker that has to be woken for it.
    await person.page(/^Authorize /);
    await stopWorkers(firstPage.page);
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toContainText('陈晓');
    expect(feishu.store.signIn.registrations.size).toBe(1);
  });
});

test.describe('a token that has expired', () => {
  const checkout = addressOf('DocCheckout0000000000000001');
  const saveAllAnew = async (popup: PopupPage, words: Words): Promise<void> => {
    await popup.press(words('save_fresh'));
    await popup.saveAll(await popup.rows.count());
  };

  test.beforeEach(async ({ firstPage, person, words }) => {
    await signInWithApp(firstPage, at.feishu.app, words);
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toBeVisible();
  });

  test('is renewed once for all who need it: in the middle of a job, and when the worker dies right after the answer was sent', async ({
    extension,
    feishu,
    firstPage,
    openDocument,
    popupOver,
    words,
  }) => {
    const popup = await popupOver(await openDocument(checkout));
    await expect(popup.rows.locator('img').first()).toBeVisible();
    // All but the first pictures of the job wait at the server until the token that they came with is too old.
    const goOn = holdBack(feishu, '/download_as_image', 3);
    const asked = (): number =>
      feishu.requests.filter(({ path }) => path.includes('/download_as_image')).length;
    const before = asked();
    await saveAllAnew(popup, words);
    await expect.poll(asked).toBeGreaterThan(before + 6);
    feishu.clock.advance(7_200_000);
    goOn();
    await popup.expectJob('done');
    await expect(popup.job).toContainText(words('job_done_other', 13));
    expect(refreshes(feishu)).toBe(1);
    await testZip(await savedFile(extension, '结算系统设计 · Checkout design.zip'));

    feishu.faults.clear();
    feishu.clock.advance(7_200_000);
    const answer = holdBack(feishu, '/oauth/v3/token');
    await popup.page.reload();
    await expect.poll(() => refreshes(feishu)).toBe(2);
    await stopWorkers(firstPage.page);
    answer();
    await expect(popup.rows.locator('img').first()).toBeVisible();
    await popup.save('支付流程总览');
    await popup.expectRowSaved('支付流程总览');
    expect(refreshes(feishu)).toBe(2);
  });

  test('is renewed when a job goes on by itself, after hours with the lid shut', async ({
    extension,
    feishu,
    openDocument,
    popupOver,
    words,
  }) => {
    const popup = await popupOver(await openDocument(checkout));
    await expect(popup.rows.locator('img').first()).toBeVisible();
    // All connections break, and no new one is to be had.
    feishu.faults.add({ match: { path: '/download_as_image' }, kind: 'reset', times: Infinity });
    await saveAllAnew(popup, words);
    await expect(popup.job).toContainText(words('job_waiting_for_network'), { timeout: 20_000 });
    expect(refreshes(feishu)).toBe(0);

    feishu.clock.advance(10 * 3_600_000);
    feishu.faults.clear();
    // The extension's own alarm, which here does not wait for half a minute.
    await popup.page.evaluate(() => chrome.alarms.create('resume-jobs', { periodInMinutes: 0.03 }));
    await expect(popup.job).toHaveAttribute('data-job-state', 'done', { timeout: 20_000 });
    await expect(popup.job).toContainText(words('job_done_other', 13));
    expect(refreshes(feishu)).toBe(1);
    await testZip(await savedFile(extension, '结算系统设计 · Checkout design.zip'));
  });

  test('asks for a new sign-in where it cannot be renewed, and forgets nothing else', async ({
    feishu,
    firstPage,
    openDocument,
    person,
    popupOver,
    words,
  }) => {
    feishu.clock.advance(8 * 24 * 3_600_000);
    const popup = await popupOver(await openDocument(checkout));
    await popup.expectProblem('sign-in-again');
    await firstPage.page.reload();
    await firstPage.page.bringToFront();
    await expect(firstPage.account('feishu')).toContainText(words('account_ended'));
    await firstPage.page.getByRole('button', { name: words('sign_in_renew'), exact: true }).click();
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toContainText(words('account_renews'));
    await popup.page.reload();
    await popup.page.bringToFront();
    await expect(popup.rows.locator('img').first()).toBeVisible();
  });
});
