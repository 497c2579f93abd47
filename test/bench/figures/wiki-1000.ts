import type { Figure } from '../figure';
import { launchWithPopup, startReady, timeToSaveWiki } from '../many-boards';
import { wikiOfMany } from '../wiki-of-many';

const { address, boards, documents, seed } = wikiOfMany;
/** Five lists of blocks a second, fifty boards, at the same time. The tree's 21 lists are within the minute's hundred. */
const idealSeconds = Math.max(documents / 5, boards / 50);

export const figure: Figure = {
  name: 'wiki-1000',
  unit: 's',
  goal: { of: 'ratio', bound: 'most', limit: 1.2 },
  about: 'a wiki of 200 documents and 1,000 boards of 500 kB, over what the limit of lists allows: 200 / 5 s',
  async measure(context) {
    const feishu = await startReady(context, seed);
    const { popup } = await launchWithPopup(context, feishu, address);
    feishu.requests.length = 0;
    const seconds = await timeToSaveWiki(popup);
    const refused = feishu.requests.filter(({ status }) => status === 429 || status === 400).length;
    context.note(`${seconds.toFixed(1)} s, ${refused} of ${feishu.requests.length} requests refused`);
    return { values: [seconds], reference: [idealSeconds] };
  },
};
