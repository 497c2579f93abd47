import { readClipboardText } from '../browser/read-clipboard';
import { addressOf } from './demo-addresses';
import { expect, test } from './popup-fixtures';

test.use({ mayReuse: true });

/** *Diagnose this page*: what was met, without a word of the document. */

const checkout = 'DocCheckout0000000000000001';

test('the popup leads to a report on its page, to be read and copied, with nothing of the document in it', async ({
  extension,
  feishu,
  openDocument,
  popupOver,
  words,
}) => {
  const document = await openDocument(addressOf(checkout));
  const popup = await popupOver(document);
  await expect(popup.rows).toHaveCount(13);
  const opened = extension.context.waitForEvent('page');
  const left = popup.page.waitForEvent('close');
  await popup.press(words('diagnosis_title'));
  const page = await opened;
  await left;

  const report = page.getByLabel(words('diagnosis_report'), { exact: true });
  await expect(report).toContainText('page: docx DocC…(27) on *.feishu.cn, feishu');
  const text = (await report.textContent()) ?? '';
  expect(text).toMatch(/^content script: [1-9] boards mounted, with title/m);
  expect(text).toMatch(/selectors: boardBlock \d+, .*editorRoot 1, scroller 1/);
  expect(text).toMatch(/^page model: today, document DocC…\(27\)/m);
  expect(text).toMatch(/^ {2}counts: blocks \d+, boards 13, tokens 13/m);
  expect(text).toMatch(/^signed in: feishu with user token/m);
  expect(text).toMatch(/^kept lists: 13 boards, \d+ s old/m);
  expect(text).toMatch(/^last list: 13 boards, .*settled, complete, with title/m);

  const told = feishu.store
    .document(checkout)
    ?.blocks.flatMap(({ blockId, seed }) => [
      blockId,
      ...(seed && 'text' in seed ? [seed.text] : []),
      ...(seed?.type === 'board' ? [seed.board, seed.caption ?? checkout] : []),
    ]);
  expect(told?.length).toBeGreaterThan(30);
  const secrets = [...(told ?? []), checkout, '结算系统设计', 'acme', 'u-demo-chen-xiao', '陈晓'];
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);

  await page.getByRole('button', { name: words('diagnosis_copy') }).click();
  await expect(page.getByRole('button', { name: words('diagnosis_copied') })).toBeVisible();
  expect(await readClipboardText(page)).toBe(text);
});

test.describe('with the scope for pictures alone', () => {
  test.use({ token: 'u-demo-boards-only', language: 'zh_CN' });

  test('the settings lead to a report on the page last used, with the Open API’s code and log id', async ({
    extension,
    openDocument,
    settingsPage,
    words,
  }) => {
    await openDocument(`${addressOf(checkout)}?model=hostile`);
    const settings = await settingsPage();
    const opened = extension.context.waitForEvent('page');
    await settings.page.getByRole('button', { name: words('options_diagnosis'), exact: true }).click();
    const page = await opened;
    const report = page.getByLabel(words('diagnosis_report'), { exact: true });
    await expect(report).toContainText(
      /problem: app-scope-missing, HTTP 400, code 99991672, log id \d{14}[0-9A-F]{18}, scopes docx:document docx:document:readonly/,
    );
    await expect(report).toContainText(/page model: today, .* cut short/);
    expect((await report.textContent())?.match(/Trap|Forged|img src|x{20}/)).toBeNull();
  });

  test('without a document to look at, it says so', async ({ openOptions, extension, words }) => {
    const options = await openOptions();
    const opened = extension.context.waitForEvent('page');
    await options.getByRole('button', { name: words('options_diagnosis'), exact: true }).click();
    await expect((await opened).getByText(words('diagnosis_no_page'))).toBeVisible();
  });
});
