import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Board, BoardSequence } from '../../../components/boards/board';
import { joinBoards, mergeSequences } from '../../../components/boards/join-boards';

function list(...ids: string[]): Board[] {
  return ids.map((blockId, index) => ({
    blockId,
    whiteboardId: `w-${blockId}`,
    number: index + 1,
    mounted: false,
  }));
}

const mergeMounted = (listed: readonly Board[], mounted: readonly string[]): Board[] =>
  joinBoards({ listed, mounted });

const ids = (boards: readonly Board[]): string => boards.map(({ blockId }) => blockId).join('');

describe('joinBoards with what is mounted', () => {
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
  const sequence = (text: string): BoardSequence =>
    text.split('').map((letter) => (letter === '.' ? '' : { blockId: letter }));

  it('takes id and order of the API, captions of the page, and headings of the best that there is', () => {
    const joined = joinBoards({
      listed: [
        { blockId: 'b', whiteboardId: 'api-b', heading: 'API' },
        { blockId: 'a', whiteboardId: 'api-a' },
      ],
      isListed: true,
      model: [
        { blockId: 'a', whiteboardId: 'page-a', heading: 'Page', caption: 'Now' },
        { blockId: 'b', whiteboardId: 'page-b', heading: 'Page' },
      ],
      last: [
        { blockId: 'a', caption: 'Before' },
        { blockId: 'b', caption: 'Before' },
      ],
    });
    expect(joined).toEqual([
      { blockId: 'b', whiteboardId: 'api-b', heading: 'API', number: 1, mounted: false },
      { blockId: 'a', whiteboardId: 'api-a', caption: 'Now', number: 2, mounted: false },
    ]);
  });

  it('lets only the mounted join a list that the API has ended', () => {
    const ended = { listed: sequence('ab'), isListed: true, model: sequence('axbyz'), last: sequence('abk') };
    expect(ids(joinBoards({ ...ended, mounted: ['b', 'y'] }))).toBe('aby');
  });

  it('fills the gap of a copy that the API may not read, and no other place', () => {
    const inCopy = (blockId: string, copy: string) => ({ blockId, inCopy: copy });
    const joined = joinBoards({
      listed: [{ blockId: 'a' }, 'c1', { blockId: 'b' }, 'c2'],
      isListed: true,
      model: [{ blockId: 'fake' }, inCopy('t', 'c2'), inCopy('s', 'c1')],
    });
    expect(ids(joined)).toBe('asbt');
  });

  it.each([
    ['axb', 'ab', 'axb'],
    ['a.b', 'axb', 'axb'],
    ['ab.', 'axb', 'axb'],
    ['an.', 'ax', 'anx'],
    ['a.b.c', 'bx', 'abxc'],
    ['.b', 'xb', 'xb'],
    ['a.b', 'xb', 'axb'],
    ['a.b', 'xy', 'axyb'],
    ['.', 'xy', 'xy'],
    ['', 'x.y', 'xy'],
    ['ab', 'bxa', 'abx'],
  ])('puts into %j what only %j has: %j', (base, added, expected) => {
    const merged = mergeSequences(sequence(base), sequence(added));
    expect(merged.map((one) => (typeof one === 'string' ? '' : one.blockId)).join('')).toBe(expected);
  });
});
