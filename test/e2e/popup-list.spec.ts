import { addressOf } from './demo-addresses';
import { holdBack } from './hold-back';
import { expect, test } from './popup-fixtures';

test.use({ mayReuse: true });

test('the list is there before the server answers, and its rows stay the same elements when it does', async ({
  feishu,
  popupFor,
  words,
}) => {
  const answer = holdBack(feishu, '/open-apis/docx/');
  const popup = await popupFor(addressOf('DocCheckout0000000000000001'));
  await expect(popup.rows).toHaveCount(13);
  const checking = popup.page.getByText(words('popup_checking'));
  await expect(checking).toBeVisible();

  const before = await popup.rows.elementHandles();
  answer();
  await expect(checking).toHaveCount(0);
  const isSame = await popup.page.evaluate((rows) => {
    const list = [...document.querySelectorAll('li[data-block-id]')];
    return list.length === rows.length && list.every((row, at) => row === rows[at]);
  }, before);
  expect(isSame).toBe(true);
});
