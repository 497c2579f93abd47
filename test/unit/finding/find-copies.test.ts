import { describe, expect, it } from 'vitest';
import { type ErrorCode } from '../../../components/errors';
import { token, title, board, setUp, copyOf, lastOf, idsOf } from './find-world';

describe('with synced copies', () => {
  it('lists what they show in its place, whatever copies lie in copies, and asks for nothing twice', async () => {
    const { deps, asked } = setUp({
      pages: [
        [title, board('a'), copyOf('c', 'one'), board('b')],
        [copyOf('d', 'one'), copyOf('e', token)],
      ],
      copies: { 'one/s': [board('x'), copyOf('f', 'two')], 'two/s': [board('y'), copyOf('g', 'one')] },
    });
    const last = await lastOf(deps);
    expect(idsOf(last)).toBe('axyb');
    expect(last).toMatchObject({ complete: true });
    expect(last.gap).toBeUndefined();
    expect(asked).toEqual([`blocks ${token}`, 'below one/s', 'below two/s']);
  });

  it.each<[ErrorCode, ErrorCode]>([
    ['document-forbidden', 'synced-copy-unreadable'],
    ['document-deleted', 'synced-copy-unreadable'],
    ['network-failed', 'network-failed'],
  ])('lists the rest when a source answers %s, and says that boards may be missing', async (answer, code) => {
    const { deps } = setUp({
      pages: [[title, board('a'), copyOf('c', 'secret'), copyOf('d', 'open'), board('b')]],
      copies: { 'secret/s': answer, 'open/s': [board('x')] },
    });
    const last = await lastOf(deps);
    expect(idsOf(last)).toBe('axb');
    expect(last).toMatchObject({ complete: false, gap: { code, details: { status: 403 } } });
    expect(last.problem).toBeUndefined();
  });
});
