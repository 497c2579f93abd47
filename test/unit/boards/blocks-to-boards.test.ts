import { describe, expect, it } from 'vitest';
import { blocksToBoards, textOf } from '../../../components/boards/blocks-to-boards';
import { boardName } from '../../../components/boards/board-name';
import type { DocxBlock } from '../../../components/feishu/schemas';

const text = (content: string) => ({ elements: [{ text_run: { content } }] });
const board = (block_id: string, token?: string): DocxBlock => ({
  block_id,
  block_type: 43,
  board: token === undefined ? {} : { token },
});

describe('blocksToBoards', () => {
  it('numbers boards in document order, and names them by the nearest heading before', () => {
    const boards = blocksToBoards([
      { block_id: 'doc', block_type: 1, page: text('Title') },
      board('b0', 'w0'),
      { block_id: 'h1', block_type: 3, heading1: text('One') },
      { block_id: 'grid', block_type: 24 },
      { block_id: 'col', block_type: 25 },
      board('b1', 'w1'),
      { block_id: 'h2', block_type: 11, heading9: text('Deep') },
      { block_id: 'cell', block_type: 32 },
      board('b2', 'w2'),
    ]);
    expect(boards).toEqual([
      { blockId: 'b0', whiteboardId: 'w0', number: 1, mounted: false },
      { blockId: 'b1', whiteboardId: 'w1', heading: 'One', number: 2, mounted: false },
      { blockId: 'b2', whiteboardId: 'w2', heading: 'Deep', number: 3, mounted: false },
    ]);
  });

  it('passes over headings that are empty', () => {
    const [only] = blocksToBoards([
      { block_id: 'h1', block_type: 3, heading1: text('One') },
      { block_id: 'h2', block_type: 4, heading2: text(' \u200B') },
      { block_id: 'h3', block_type: 4, heading2: {} },
      { block_id: 'h4', block_type: 5 },
      board('b', 'w'),
    ]);
    expect(only?.heading).toBe('One');
  });

  it('keeps a board whose token is missing, without one', () => {
    const boards = blocksToBoards([board('a'), board('b', ''), { block_id: 'c', block_type: 43 }]);
    expect(boards.map(({ whiteboardId }) => whiteboardId)).toEqual([undefined, undefined, undefined]);
  });

  it('takes each block once', () => {
    const boards = blocksToBoards([board('a', 'w1'), board('b', 'w2'), board('a', 'w1')]);
    expect(boards.map(({ blockId, number }) => [blockId, number])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('takes no other drawing for a board', () => {
    expect(
      blocksToBoards([21, 27, 29, 30, 18, 999].map((block_type, n) => ({ block_id: `${n}`, block_type }))),
    ).toEqual([]);
  });
});

describe('textOf', () => {
  it('reads runs, mentioned documents and equations as one line', () => {
    const body = {
      elements: [
        { text_run: { content: 'See\n' } },
        { mention_doc: { title: 'The plan' } },
        {},
        { text_run: { content: ': ' } },
        { equation: { content: 'E=mc^2' } },
      ],
    };
    expect(textOf(body)).toBe('See The plan: E=mc^2');
    expect(textOf(undefined)).toBe('');
  });
});

describe('boardName', () => {
  const numbered = (n: number): string => `Board ${n}`;
  const bare = { blockId: 'b', number: 4, mounted: false };

  it('prefers the caption to the heading, and the heading to a number', () => {
    expect(boardName({ ...bare, caption: 'C', heading: 'H' }, numbered)).toBe('C');
    expect(boardName({ ...bare, caption: '', heading: 'H' }, numbered)).toBe('H');
    expect(boardName(bare, numbered)).toBe('Board 4');
  });
});
