import { describe, expect, it } from 'vitest';
import { createExportMemory } from '../../../components/feishu/export-memory';

const day = 24 * 60 * 60_000;

function memoryAt() {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
  const clock = { time: 1_700_000_000_000 };
  const memory = createExportMemory(
    () => ({ ...storage, length: 0, clear: () => {}, key: () => null, removeItem: () => {} }),
    () => clock.time,
  );
  return { memory, clock, values };
}

describe('what is remembered of the export', () => {
  it('is kept for each API host, for a day', () => {
    const { memory, clock } = memoryAt();
    expect(memory.get('open.feishu.cn')).toBeUndefined();
    memory.set('open.feishu.cn', false);
    memory.set('open.larksuite.com', true);
    expect([memory.get('open.feishu.cn'), memory.get('open.larksuite.com')]).toEqual([false, true]);
    clock.time += day - 1;
    expect(memory.get('open.feishu.cn')).toBe(false);
    clock.time += 1;
    expect([memory.get('open.feishu.cn'), memory.get('open.larksuite.com')]).toEqual([undefined, undefined]);
  });

  it('is nothing where the clock was set back, or what lies there is damaged', () => {
    const { memory, clock, values } = memoryAt();
    memory.set('open.feishu.cn', true);
    clock.time -= 1;
    expect(memory.get('open.feishu.cn')).toBeUndefined();
    values.set('board-export open.larksuite.com', 'perhaps');
    expect(memory.get('open.larksuite.com')).toBeUndefined();
  });

  it('is nothing where storage is forbidden', () => {
    const memory = createExportMemory(
      () => {
        throw new Error('denied');
      },
      () => 0,
    );
    memory.set('open.feishu.cn', true);
    expect(memory.get('open.feishu.cn')).toBeUndefined();
  });
});
