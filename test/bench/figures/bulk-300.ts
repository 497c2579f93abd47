import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from '../figure';
import { launchWithPopup, manyBoards, startReady, timeToSave } from '../many-boards';
import { downloadBySdk } from '../sdk-download';

const boards = 300;
/** As fast as fifty a second allow. */
const idealSeconds = boards / 50;
const rounds = 3;

export const figure: Figure = {
  name: 'bulk-300',
  unit: 's',
  goal: { of: 'ratio', bound: 'most', limit: 1.15 },
  about: '300 boards of 500 kB, from the click to the finished archive, over 300 / 50 s, at 200 ms latency',
  async measure(context) {
    const feishu = await startReady(context, manyBoards(boards));
    const values: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { browser, popup } = await launchWithPopup(context, feishu);
      feishu.requests.length = 0;
      values.push(await timeToSave(popup, boards));
      const refused = feishu.requests.filter(({ status }) => status === 429).length;
      context.note(
        `round ${round + 1}: ${values.at(-1)?.toFixed(2)} s, ${refused} of ${feishu.requests.length} requests refused`,
      );
      await browser.close();
    }
    for (const inFlight of [1, 8, 16]) {
      await pause(1500);
      // One after the other takes a minute: a fifth of them shows it as well.
      const share = inFlight === 1 ? 5 : 1;
      const { seconds, lost } = await downloadBySdk(feishu, { boards: boards / share, inFlight });
      const ratio = (share * seconds) / idealSeconds;
      context.note(
        `official SDK, ${inFlight} in flight: ${ratio.toFixed(2)} times the ideal, ${share * lost} of ${boards} boards lost`,
      );
    }
    return { values, reference: values.map(() => idealSeconds) };
  },
};
