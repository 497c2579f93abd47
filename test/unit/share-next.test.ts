import { describe, expect, it } from 'vitest';
import { shareNext } from '../../components/share-next';

describe('shareNext', () => {
  /** Work whose results are numbered, and that ends when it is told to. */
  function createWork() {
    const ends: ((error?: Error) => void)[] = [];
    let begun = 0;
    const work = shareNext((key: string) => {
      begun += 1;
      const result = `${key} ${begun}`;
      return new Promise<string>((resolve, reject) =>
        ends.push((error) => (error ? reject(error) : resolve(result))),
      );
    });
    const pass = async (): Promise<void> => {
      for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
    };
    const settle = async (error?: Error): Promise<void> => {
      await pass();
      ends.shift()?.(error);
      await pass();
    };
    return { work, pass, settle, begun: () => begun };
  }

  it('is done once for all who ask while it is under way, after they have asked', async () => {
    const { work, pass, settle, begun } = createWork();
    const first = [work('a'), work('a')];
    await pass();
    const later = [work('a'), work('a'), work('a')];
    expect(begun()).toBe(1);
    await settle();
    expect(await Promise.all(first)).toEqual(['a 1', 'a 1']);
    expect(begun()).toBe(2);
    const last = work('a');
    await settle();
    expect(await Promise.all(later)).toEqual(['a 2', 'a 2', 'a 2']);
    await settle();
    expect(await last).toBe('a 3');
    const alone = work('a');
    await settle();
    expect(await alone).toBe('a 4');
  });

  it('tells of a failure those alone who asked for what failed', async () => {
    const { work, pass, settle } = createWork();
    const first = work('a').catch(String);
    await pass();
    const second = work('a');
    await settle(new Error('gone'));
    await settle();
    expect([await first, await second]).toEqual(['Error: gone', 'a 2']);
  });

  it('keeps what is asked for apart', async () => {
    const { work, settle } = createWork();
    const both = Promise.all([work('a'), work('b')]);
    await settle();
    await settle();
    expect(await both).toEqual(['a 1', 'b 2']);
  });
});
