import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Board } from '../../../components/boards/board';
import { joinBoards, mergeMounted } from '../../../components/boards/merge-mounted';

function list(...ids: string[]): Board[] {
  return ids.map((blockId, index) => ({
    blockId,
    whiteboardId: `w-${blockId}`,
    number: index + 1,
    mounted: false,
  }));
}

const ids = (boards: readonly Board[]): string => boards.map(({ blockId }) => blockId).join('');

describe('mergeMounted', () => {
  it('flags the boards that are mounted', () => {
    const merged = mergeMounted(list('a', 'b', 'c'), ['b']);
    expect(merged.map(({ mounted }) => mounted)).toEqual([false, true, false]);
    expect(merged[1]?.whiteboardId).toBe('w-b');
  });

  it('forgets what was mounted before', () => {
    const before = mergeMounted(list('a', 'b'), ['a']);
    expect(mergeMounted(before, []).some(({ mounted }) => mounted)).toBe(false);
  });

  it('makes a list of the mounted boards where there is none', () => {
    expect(mergeMounted([], ['x', 'y', 'x'])).toEqual([
      { blockId: 'x', number: 1, mounted: true },
      { blockId: 'y', number: 2, mounted: true },
    ]);
  });

  it.each([
    ['after its neighbour', ['b', 'x'], 'abxc'],
    ['before its neighbour', ['x', 'b'], 'axbc'],
    ['with others of its kind', ['x', 'y', 'b', 'z'], 'axybzc'],
    ['at the end without a neighbour', ['x', 'y'], 'abcxy'],
  ])('puts a board that is not listed %s', (_, mounted, expected) => {
    expect(ids(mergeMounted(list('a', 'b', 'c'), mounted))).toBe(expected);
  });

  it('loses no board, doubles none and numbers them from 1', () => {
    const letter = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f', 'g');
    fc.assert(
      fc.property(fc.uniqueArray(letter), fc.array(letter), (listed, mounted) => {
        const merged = mergeMounted(list(...listed), mounted);
        expect(new Set(merged.map(({ blockId }) => blockId))).toEqual(new Set([...listed, ...mounted]));
        expect(merged.map(({ number }) => number)).toEqual(merged.map((_, index) => index + 1));
        expect(
          merged.filter(({ blockId }) => listed.includes(blockId)).map(({ blockId }) => blockId),
        ).toEqual(listed);
        expect(merged.every((board) => board.mounted === mounted.includes(board.blockId))).toBe(true);
      }),
    );
  });
});

describe('joinBoards', () => {
  it('puts behind the first list what only the second has', () => {
    const joined = joinBoards(list('a', 'b'), list('b', 'c'));
    expect(ids(joined)).toBe('abc');
    expect(joined.map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});
