import { readFile } from 'node:fs/promises';
import { deckFaults } from '../deck/deck-faults';
import { readDeck } from '../deck/read-deck';
import { changeSetting, savedFile } from '../browser/drive-extension';
import { isSame } from './compare-bytes';
import { addressOf } from './demo-addresses';
import { expect, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

/** Boards as slides, from the popup to a file that other programs open. */

const checkout = 'DocCheckout0000000000000001';
const title = '结算系统设计 · Checkout design';

test('the popup saves all boards as slides, one each, with their names and pictures', async ({
  extension,
  feishu,
  popupFor,
}) => {
  const served = await servedBoards(feishu, checkout);
  const popup = await popupFor(addressOf(checkout));
  await expect(popup.rows).toHaveCount(served.length);
  await popup.chooseOutput('deck');
  await popup.saveAll(served.length);
  await popup.expectJob('done');
  await expect(popup.job.getByText(`${title}.pptx`)).toBeVisible();

  const deck = await readDeck(await readFile(await savedFile(extension, `${title}.pptx`)));
  expect(deckFaults(deck)).toEqual([]);
  expect(deck.slides).toHaveLength(served.length + 1);
  expect(deck.text(deck.slides[0] ?? '')).toContain(title);
  expect(deck.text(deck.slides[1] ?? '')).toContain('支付流程总览');
  expect(isSame(deck.bytes('ppt/media/board1.png'), served[0]?.picture.bytes)).toBe(true);
  // A drawing is there as such, and as a picture for programs that show none.
  expect(deck.names).toEqual(expect.arrayContaining(['ppt/media/board5.svg', 'ppt/media/board5.png']));
  const links = deck.slides.map((slide) => deck.relations(slide).filter(({ isExternal }) => isExternal));
  expect(links[1]?.map(({ target }) => target)).toContain(`${addressOf(checkout)}#${served[0]?.blockId}`);
});

test('slides are 4:3 and begin with the first board where the settings say so', async ({
  extension,
  popupFor,
}) => {
  await changeSetting(extension, 'slideShape', '4:3');
  await changeSetting(extension, 'slideCover', false);
  const popup = await popupFor('https://acme.feishu.cn/wiki/WikOnboarding00000000000001');
  await expect(popup.rows).toHaveCount(2);
  await popup.chooseOutput('deck');
  await popup.saveAll(2);
  await popup.expectJob('done');

  const deck = await readDeck(await readFile(await savedFile(extension, '新人指南 Onboarding.pptx')));
  expect(deck.slides).toHaveLength(2);
  const [size] = deck.xml('ppt/presentation.xml').getElementsByTagName('p:sldSz');
  expect(Number(size?.getAttribute('cx')) / Number(size?.getAttribute('cy'))).toBeCloseTo(4 / 3, 3);
});

test('the popup proposes slides the next time', async ({ popupFor, popupOver, extension }) => {
  const popup = await popupFor(addressOf(checkout));
  await popup.chooseOutput('deck');
  await popup.page.close();
  const [document] = extension.context.pages();
  if (!document) throw new Error('no document is open');
  await (await popupOver(document)).expectOutput('deck');
});
