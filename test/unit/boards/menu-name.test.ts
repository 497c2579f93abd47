import { describe, expect, it } from 'vitest';
import { menuName } from '../../../components/boards/menu-name';

describe('menuName', () => {
  it('leaves a short name as it is', () => {
    expect(menuName('支付流程')).toBe('支付流程');
  });

  it('shortens a long one, by whole characters', () => {
    expect(menuName('😀'.repeat(41))).toBe(`${'😀'.repeat(40)}…`);
    expect(menuName('x'.repeat(40))).toBe('x'.repeat(40));
  });

  it('escapes what menus take for theirs', () => {
    expect(menuName('R&D: 100%s')).toBe('R&&D: 100%\u2060s');
  });
});
