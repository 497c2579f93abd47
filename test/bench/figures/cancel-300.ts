import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from '../figure';
import { launchWithPopup, manyBoards, startReady } from '../many-boards';

const boards = 300;
const rounds = 5;
/** By then dozens of boards are on their way. */
const cancelAfterMs = 2500;

export const figure: Figure = {
  name: 'cancel-300',
  unit: 'ms',
  goal: { of: 'median', bound: 'most', limit: 1000 },
  about: 'from *Cancel* to the end of a job of 300 boards, with dozens on their way, at 200 ms latency',
  async measure(context) {
    const feishu = await startReady(context, manyBoards(boards));
    const values: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { browser, popup } = await launchWithPopup(context, feishu);
      await popup.saveAll(boards);
      await pause(cancelAfterMs);
      values.push(await popup.page.evaluate(cancel));
      const asked = feishu.requests.length;
      await pause(2000);
      context.note(
        `round ${round + 1}: ${feishu.requests.length - asked} of ${feishu.requests.length} requests came after`,
      );
      await browser.close();
    }
    return { values };
  },
};

/** Presses *Cancel*, and waits until the popup shows the end: in ms. */
function cancel(): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    const look = (): void => {
      if (document.querySelector('[data-job-state="cancelled"]')) resolve(performance.now() - began);
    };
    new MutationObserver(look).observe(document.body, { attributes: true, childList: true, subtree: true });
    document.querySelector<HTMLElement>('[data-action="cancel"]')?.click();
  });
}
