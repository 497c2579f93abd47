import { afterEach, describe, expect, it } from 'vitest';
import {
  type DeckProgress,
  openDeckProgress,
  watchDeckProgress,
} from '../../../components/messaging/deck-progress';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

function watched(): DeckProgress[] {
  const heard: DeckProgress[] = [];
  closing.push(watchDeckProgress((progress) => heard.push(progress)));
  return heard;
}

describe('how far slides are', () => {
  it('is heard by all who watch, from then on', async () => {
    const progress = openDeckProgress();
    closing.push(() => progress.close());
    progress.tell({ jobId: 'job', done: 1, total: 3 });
    const [one, other] = [watched(), watched()];
    progress.tell({ jobId: 'job', done: 2, total: 3 });
    await expect.poll(() => other.length).toBe(1);
    expect(other).toEqual([{ jobId: 'job', done: 2, total: 3 }]);
    expect(one).toEqual(other);
  });

  it('is nothing else that is said there', async () => {
    const heard = watched();
    const channel = new BroadcastChannel('deck-progress');
    closing.push(() => channel.close());
    for (const said of [{ jobId: 7 }, { jobId: 'job', done: 3, total: 3 }]) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      channel.postMessage(said);
    }
    await expect.poll(() => heard).toEqual([{ jobId: 'job', done: 3, total: 3 }]);
  });
});
