import { pictureOf } from '../feishu/board-pictures';
import type { Board } from '../feishu/entities';
import type { Picture } from '../feishu/pictures/render';
import type { Feishu } from '../feishu/server';

/** A board block of a document, and the picture that the server has of it. */
export interface ServedBoard {
  blockId: string;
  board: Board;
  picture: Picture;
}

/** The boards of a document, in its order. */
export async function servedBoards(feishu: Feishu, documentId: string): Promise<ServedBoard[]> {
  const blocks = feishu.store.document(documentId)?.blocks ?? [];
  const served = blocks.map(async ({ blockId, seed }): Promise<ServedBoard[]> => {
    const board = seed?.type === 'board' ? feishu.store.board(seed.board) : undefined;
    return board ? [{ blockId, board, picture: await pictureOf(board) }] : [];
  });
  return (await Promise.all(served)).flat();
}

/** One of them, by its whiteboard id. */
export async function servedBoard(feishu: Feishu, documentId: string, id: string): Promise<ServedBoard> {
  const found = (await servedBoards(feishu, documentId)).find(({ board }) => board.id === id);
  if (!found) throw new Error(`${documentId} has no board ${id}`);
  return found;
}
