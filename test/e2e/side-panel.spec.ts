import { launchExtension } from '../browser/launch-extension';
import { popupPage } from '../browser/popup-page';
import { sidePanelOf } from '../browser/side-panel';
import { wordsOf } from '../browser/words';
import { addressOf, picturePath } from './demo-addresses';
import { expect, test as base } from './fixtures';
import { holdBack } from './hold-back';

/** The panel is seen from outside: the browser has to tell how. */
const test = base.extend({
  extension: async ({ feishu, token }, use) => {
    const browser = await launchExtension({ port: feishu.port, token: token ?? undefined, isOpen: true });
    await use(browser);
    await browser.close();
  },
});

const words = wordsOf('en');
const checkout = addressOf('DocCheckout0000000000000001');

test('the side panel takes the place of the popup and follows the tab in front', async ({
  extension,
  openDocument,
  openPopup,
}) => {
  const document = await openDocument(checkout);
  const popup = await openPopup(document);
  const isClosed = popup.waitForEvent('close');
  await popupPage(popup, words).press(words('panel_open'));
  await isClosed;

  const panel = await sidePanelOf(extension);
  const title = (): Promise<unknown> => panel.evaluate("document.querySelector('h1')?.textContent");
  const rows = (): Promise<unknown> => panel.evaluate("document.querySelectorAll('[data-block-id]').length");
  await test.step('it lists the boards of the document in front', async () => {
    await expect.poll(title).toBe('结算系统设计 · Checkout design');
    await expect.poll(rows).toBe(13);
    // Where this view is already, nobody is led to it.
    expect(await panel.text()).not.toContain(words('panel_open'));
  });
  await test.step('another page in the same tab', async () => {
    await document.goto(addressOf('DocSharedParts0000000000001'));
    await expect.poll(title).not.toBe('结算系统设计 · Checkout design');
    await expect.poll(rows).toBeGreaterThan(0);
  });
  await test.step('another tab, which is no document', async () => {
    const other = await extension.context.newPage();
    await expect.poll(() => panel.text()).toContain(words.error('page-not-document').sentence);
    await other.close();
    await expect.poll(rows).toBeGreaterThan(0);
  });
  panel.leave();
});

test('a long save goes on in the side panel, whatever tab is in front', async ({
  extension,
  feishu,
  openDocument,
  openPopup,
}) => {
  const document = await openDocument(addressOf('DocManyBoards00000000000001'));
  const letGo = holdBack(feishu, new RegExp(picturePath('Brd.*6')));
  const popup = await openPopup(document);
  await popupPage(popup, words).press(words('panel_open'));
  const panel = await sidePanelOf(extension);
  await panel.click('.main-button:not(:disabled)');
  await expect.poll(() => panel.text()).toContain(words('job_cancel'));

  await extension.context.newPage();
  await expect.poll(() => panel.text()).toContain(words.error('page-not-document').sentence);
  expect(await panel.evaluate("document.querySelector('.job')?.dataset.jobState")).toBe('running');
  letGo();
  await expect.poll(() => panel.text()).toContain(words('job_done_other', 64));
  await expect.poll(() => panel.text()).toContain(words('job_show'));
  panel.leave();
});

test('the progress of a whole wiki offers the side panel', async ({ extension, openDocument, openPopup }) => {
  const document = await openDocument('https://acme.feishu.cn/wiki/WikOnboarding00000000000001');
  const popup = await openPopup(document);
  await popupPage(popup, words).press(words('wiki_save_below'));
  const isClosed = popup.waitForEvent('close');
  await popup.locator('[data-action=panel]').click();
  await isClosed;
  const panel = await sidePanelOf(extension);
  await panel.click('[data-action=resume]');
  await expect.poll(() => panel.evaluate("document.querySelector('.job')?.dataset.jobState")).toBe('done');
  panel.leave();
});
