import { readdir, readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { deckFaults } from '../deck/deck-faults';
import { readDeck } from '../deck/read-deck';
import { changeSetting, numberedName, reloadPage, savedFile } from '../browser/drive-extension';
import { isSame } from './compare-bytes';
import { holdBack } from './hold-back';
import { expect, inFirefox, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** Boards as slides, from the popup to a file that other programs open. */

const documentId = 'DocWikiOnboarding0000000001';
const url = 'https://acme.feishu.cn/wiki/WikOnboarding00000000000001';
const title = '新人指南 Onboarding';

test(
  'the popup saves all boards as slides, one each, with their names and pictures',
  inFirefox,
  async ({ extension, feishu, popupFor, words }) => {
    const served = await servedBoards(feishu, documentId);
    const [first, second] = served;
    // This one alone has no drawing: it stays the picture that was served.
    feishu.store.changeBoard(first?.board.id ?? '', { export: 'refused' });
    const letGo = holdBack(feishu, `/open-apis/board/v1/whiteboards/${second?.board.id}/export`);
    const popup = await popupFor(url);
    await expect(popup.rows).toHaveCount(served.length);
    await popup.chooseOutput('deck');

    await test.step('the popup tells how far they are, and ends it', async () => {
      await popup.saveAll(served.length);
      await expect(popup.job.getByText(words('job_making_slides', 1, 2))).toBeVisible();
      await popup.press(words('job_cancel'));
      await popup.expectJob('cancelled');
      await popup.press(words('job_dismiss'));
      expect(await readdir(extension.downloads)).toEqual([]);
      letGo();
    });

    await test.step('a title slide, and a slide for each board', async () => {
      await popup.saveAll(served.length);
      await popup.expectJob('done');
      await expect(popup.job.getByText(`${title}.pptx`)).toBeVisible();
      const deck = await readDeck(await readFile(await savedFile(extension, `${title}.pptx`)));
      expect(deckFaults(deck)).toEqual([]);
      expect(deck.slides).toHaveLength(served.length + 1);
      expect(deck.text(deck.slides[0] ?? '')).toContain(title);
      expect(deck.text(deck.slides[1] ?? '')).toContain('支付');
      const links = deck.slides.map((slide) => deck.relations(slide).filter(({ isExternal }) => isExternal));
      expect(links[1]?.map(({ target }) => target)).toContain(`${url}#${first?.blockId}`);

      const asServed = deck.names.find((name) => name.startsWith('ppt/media/board1.')) ?? '';
      expect(isSame(deck.bytes(asServed), first?.picture.bytes)).toBe(true);
      // The other is there as a drawing, and as a picture, sharp on a 4K screen, for programs that show none.
      expect(deck.names.filter((name) => name.endsWith('.svg'))).toEqual(['ppt/media/board2.svg']);
      const { width, height } = await sharp(deck.bytes('ppt/media/board2.png')).metadata();
      expect(Math.max(width / 3552, height / 1612)).toBeCloseTo(1, 2);
    });

    await test.step('the next popup proposes slides; 4:3 without a title slide, as the settings say', async () => {
      await changeSetting(extension, 'slideShape', '4:3');
      await changeSetting(extension, 'slideCover', false);
      await reloadPage(popup.page);
      await popup.expectOutput('deck');
      await popup.press(words('job_dismiss'));
      await popup.saveAll(served.length);
      await popup.expectJob('done');
      const deck = await readDeck(
        await readFile(await savedFile(extension, numberedName(extension, `${title}.pptx`, 1))),
      );
      expect(deck.slides).toHaveLength(served.length);
      const [size] = deck.xml('ppt/presentation.xml').getElementsByTagName('p:sldSz');
      expect(Number(size?.getAttribute('cx')) / Number(size?.getAttribute('cy'))).toBeCloseTo(4 / 3, 3);
    });
  },
);
