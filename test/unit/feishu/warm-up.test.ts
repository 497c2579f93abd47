import { describe, expect, it } from 'vitest';
import { warmUp } from '../../../components/feishu/warm-up';

describe('the warm-up of a run', () => {
  it.each([
    [0, 0.93],
    [0.98, 0.93],
    [1, 0.945],
    [1.98, 0.945],
    [2, 0.96],
    [500, 0.96],
  ])('uses after %d windows %d of the limit', (windows, expected) => {
    expect(warmUp(windows, 0.93, 0.96)).toBeCloseTo(expected, 10);
  });

  it('has nothing to grow to where all is used at first', () => {
    expect([0, 1, 300].map((windows) => warmUp(windows, 1, 1))).toEqual([1, 1, 1]);
  });
});
