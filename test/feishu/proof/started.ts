import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startFeishu, type Feishu } from '../server';
import { world } from './world';

/**
 * One server for the tests of a file, put back to its seed and its clock stopped before each: nothing expires
 * or reopens unless the test says so.
 */
export function useFeishu(): () => Feishu {
  let feishu: Feishu | undefined;
  const current = (): Feishu => {
    if (!feishu) throw new Error('The server runs only within tests.');
    return feishu;
  };
  beforeAll(async () => {
    feishu = await startFeishu({ seed: world });
  });
  beforeEach(() => {
    current().reset();
    current().clock.freeze();
  });
  afterAll(() => feishu?.close());
  return current;
}
