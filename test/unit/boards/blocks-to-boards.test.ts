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
  it('lists boards in document order, and names them by the nearest heading before', () => {
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
      { blockId: 'b0', whiteboardId: 'w0' },
      { blockId: 'b1', whiteboardId: 'w1', heading: 'One' },
      { blockId: 'b2', whiteboardId: 'w2', heading: 'Deep' },
    ]);
  });

  it('passes over headings that are empty', () => {
    const boards = blocksToBoards([
      { block_id: 'h1', block_type: 3, heading1: text('One') },
      { block_id: 'h2', block_type: 4, heading2: text(' \u200B') },
      { block_id: 'h3', block_type: 4, heading2: {} },
      { block_id: 'h4', block_type: 5 },
      board('b', 'w'),
    ]);
    expect(boards).toMatchObject([{ heading: 'One' }]);
  });

  it('keeps a board whose token is missing, without one', () => {
    const boards = blocksToBoards([board('a'), board('b', ''), { block_id: 'c', block_type: 43 }]);
    expect(boards).toEqual([{ blockId: 'a' }, { blockId: 'b' }, { blockId: 'c' }]);
  });

  it('takes each block once', () => {
    const boards = blocksToBoards([board('a', 'w1'), board('b', 'w2'), board('a', 'w1')]);
    expect(boards).toMatchObject([{ blockId: 'a' }, { blockId: 'b' }]);
  });

  it('takes no other drawing for a board', () => {
    expect(
      blocksToBoards([21, 27, 29, 30, 18, 999].map((block_type, n) => ({ block_id: `${n}`, block_type }))),
    ).toEqual([]);
  });
});

describe('synced copies', () => {
  const copy = (block_id: string, source: string): DocxBlock => ({
    block_id,
    block_type: 50,
    reference_synced: { source_document_id: 'other', source_block_id: source },
  });
  const heading = (content: string): DocxBlock => ({
    block_id: content,
    block_type: 3,
    heading1: text(content),
  });

  it('list what they show in their place, under their own headings', () => {
    const copies = new Map([['other/s', [board('s1'), heading('Inner'), board('s2')]]]);
    expect(blocksToBoards([heading('Outer'), copy('c', 's'), board('b')], copies)).toEqual([
      { blockId: 's1', heading: 'Outer', inCopy: 'c' },
      { blockId: 's2', heading: 'Inner', inCopy: 'c' },
      { blockId: 'b', heading: 'Outer' },
    ]);
  });

  it('are gaps where it is not known what they show', () => {
    expect(
      blocksToBoards([board('a'), copy('c', 's'), { block_id: 'd', block_type: 50 }, board('b')]),
    ).toEqual([{ blockId: 'a' }, 'c', 'd', { blockId: 'b' }]);
  });

  it('come to an end when they show one another, and list nothing twice', () => {
    const copies = new Map([
      ['other/s', [board('s'), copy('ct', 't')]],
      ['other/t', [board('t'), copy('cs', 's'), copy('cu', 'u')]],
    ]);
    expect(blocksToBoards([copy('c1', 's'), copy('c2', 's'), copy('c3', 't')], copies)).toEqual([
      { blockId: 's', inCopy: 'c1' },
      { blockId: 't', inCopy: 'c1' },
      'c1',
    ]);
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
