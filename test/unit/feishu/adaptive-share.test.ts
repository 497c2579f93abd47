import { describe, expect, it } from 'vitest';
import { cutShare, growShare, type AdaptiveShare } from '../../../components/feishu/adaptive-share';

/** What is left of `full` after refusals, and after windows that passed without one. */
function shareAfter(full: number, events: readonly ('refused' | number)[]): number {
  const begun: AdaptiveShare = { now: full, ceiling: full };
  return events.reduce<AdaptiveShare>(
    (share, event) => (event === 'refused' ? cutShare(share) : growShare(share, event, full)),
    begun,
  ).now;
}

describe('an adaptive share of a limit', () => {
  it.each<[string, number, ('refused' | number)[], number]>([
    ['all that may be used, at first', 0.8, [], 0.8],
    ['no more than that', 0.8, [1000], 0.8],
    ['three quarters after a refusal', 1, ['refused'], 0.75],
    ['three quarters of what it was', 0.8, ['refused'], 0.6],
    ['less after two', 1, ['refused', 'refused'], 0.5625],
    ['a little more after a window', 1, ['refused', 1], 0.78],
    ['more with each window', 1, ['refused', 1, 1, 1], 0.84],
    ['as much more where they pass together', 1, ['refused', 3], 0.84],
    ['a little less than where it was refused, for long', 1, ['refused', 8], 0.966],
    ['all again, where nobody refuses for longer', 1, ['refused', 25], 1],
    ['never nothing', 1, Array.from({ length: 40 }, () => 'refused' as const), 0.05],
  ])('is %s', (_, full, events, expected) => {
    expect(shareAfter(full, events)).toBeCloseTo(expected, 10);
  });
});
