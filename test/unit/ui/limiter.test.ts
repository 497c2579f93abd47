import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../../components/ui/popup/limiter';

const never = new AbortController().signal;

describe('createLimiter', () => {
  it('runs no more tasks at a time than it may, in order', async () => {
    const limit = createLimiter(2);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const all = [1, 2, 3].map((n) =>
      limit(() => {
        started.push(n);
        return new Promise<void>((resolve) => finish.push(resolve));
      }, never),
    );
    expect(started).toEqual([1, 2]);
    finish[1]?.();
    await all[1];
    await Promise.resolve();
    expect(started).toEqual([1, 2, 3]);
    finish[0]?.();
    finish[2]?.();
    await Promise.all(all);
  });

  it('goes on after a task that failed', async () => {
    const limit = createLimiter(1);
    const failed = limit(() => Promise.reject(new Error('no')), never);
    const next = limit(async () => 'yes', never);
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });

  it('never starts a task whose turn comes after it was given up', async () => {
    const limit = createLimiter(1);
    let free = (): void => {};
    const first = limit(() => new Promise<void>((resolve) => (free = resolve)), never);
    const leaving = new AbortController();
    let hasRun = false;
    const second = limit(async () => (hasRun = true), leaving.signal);
    const third = limit(async () => 'third', never);
    leaving.abort();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    free();
    await first;
    await expect(third).resolves.toBe('third');
    expect(hasRun).toBe(false);
  });
});
