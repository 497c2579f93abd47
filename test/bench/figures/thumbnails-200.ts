import type { Figure } from '../figure';
import { longestBlock } from '../longest-block';
import { launchWithPopup, manyBoards, startReady } from '../many-boards';

const boards = 200;
const rounds = 3;

export const figure: Figure = {
  name: 'thumbnails-200',
  unit: 'ms',
  goal: { of: 'median', bound: 'most', limit: 50 },
  about: 'the longest that the popup keeps its main thread while the thumbnails of 200 boards are made',
  async measure(context) {
    const values: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const feishu = await startReady(context, manyBoards(boards));
      // A profile of its own each time: thumbnails are made once.
      const { browser, popup } = await launchWithPopup(context, feishu);
      values.push(await popup.page.evaluate(longestBlock, boards));
      context.note(`round ${round}: ${values.at(-1)?.toFixed(1)} ms`);
      await browser.close();
    }
    return { values };
  },
};
