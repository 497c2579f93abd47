import { expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import { requireWhiteboardId } from '../../../components/finding/require-whiteboard-id';

const board = { blockId: 'b', number: 1, mounted: true };

it('gives the id of a board whose id is known', () => {
  expect(requireWhiteboardId({ ...board, whiteboardId: 'w' })).toBe('w');
});

it('says that it is not known otherwise', () => {
  expect(() => requireWhiteboardId(board)).toThrow(new AppError('board-token-unknown'));
});
