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
  it('is kept for each brand, for a day', () => {
    const { memory, clock } = memoryAt();
    expect(memory.get('feishu')).toBeUndefined();
    memory.set('feishu', false);
    memory.set('lark', true);
    expect([memory.get('feishu'), memory.get('lark')]).toEqual([false, true]);
    clock.time += day - 1;
    expect(memory.get('feishu')).toBe(false);
    clock.time += 1;
    expect([memory.get('feishu'), memory.get('lark')]).toEqual([undefined, undefined]);
  });

  it('is nothing where the clock was set back, or what lies there is damaged', () => {
    const { memory, clock, values } = memoryAt();
    memory.set('feishu', true);
    clock.time -= 1;
    expect(memory.get('feishu')).toBeUndefined();
    values.set('board-export lark', 'perhaps');
    expect(memory.get('lark')).toBeUndefined();
  });

  it('is nothing where storage is forbidden', () => {
    const memory = createExportMemory(
      () => {
        throw new Error('denied');
      },
      () => 0,
    );
    memory.set('feishu', true);
    expect(memory.get('feishu')).toBeUndefined();
  });
});
