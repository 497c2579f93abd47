import { addedScriptTime } from '../big-page';
import type { Figure } from '../figure';

export const figure: Figure = {
  name: 'page-churn',
  unit: 'ms',
  goal: { of: 'median', bound: 'most', limit: 5 },
  about:
    'script time that the extension adds to 300 rounds of 40 blocks removed and 40 added, on a page of 80,000 nodes',
  measure: (context) =>
    addedScriptTime(context, async ({ page, scriptMs }) => {
      const before = await scriptMs();
      await page.evaluate(churn);
      return (await scriptMs()) - before;
    }),
};

/**
 * Runs in the page. Each round is a task of its own, so that observers hear of it apart from the others, and does as
 * little as it can itself: what is removed in one round is added in the next. What comes after an `await` would not
 * be counted as script.
 */
function churn(): Promise<void> {
  const area = document.querySelector('#bench');
  if (!area) throw new Error('the page has not been filled');
  return new Promise((resolve) => {
    const takeBlocks = (): Element[] =>
      Array.from({ length: 40 }, () => {
        const block = area.children[0];
        if (!block) throw new Error('the page has been emptied');
        block.remove();
        return block;
      });
    const round = (left: number, spare: readonly Element[]): void => {
      if (left === 0) return resolve();
      const removed = takeBlocks();
      area.append(...spare);
      setTimeout(round, 0, left - 1, removed);
    };
    setTimeout(round, 0, 300, takeBlocks());
  });
}
