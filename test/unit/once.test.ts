import { describe, expect, it } from 'vitest';
import { once } from '../../components/once';

describe('once', () => {
  /** Makes numbers, and fails as often as it is told to. */
  function createMaker(failures: number) {
    let made = 0;
    const get = once(async () => {
      made += 1;
      if (made <= failures) throw new Error(`failure ${made}`);
      return made;
    });
    return { get, made: () => made };
  }

  it('makes nothing before somebody asks', () => {
    expect(createMaker(0).made()).toBe(0);
  });

  it('makes it once for all who ask, now and later', async () => {
    const { get, made } = createMaker(0);
    expect(await Promise.all([get(), get()])).toEqual([1, 1]);
    expect(await get()).toBe(1);
    expect(made()).toBe(1);
  });

  it('tells a failure all who asked meanwhile, and tries again for the next', async () => {
    const { get, made } = createMaker(2);
    expect(await Promise.all([get().catch(String), get().catch(String)])).toEqual([
      'Error: failure 1',
      'Error: failure 1',
    ]);
    await expect(get()).rejects.toThrow('failure 2');
    expect(await get()).toBe(3);
    expect(await get()).toBe(3);
    expect(made()).toBe(3);
  });
});
