import { pictureOf } from '../feishu/board-pictures';
import type { Block, Board } from '../feishu/entities';
import type { Picture } from '../feishu/pictures/render';
import type { Feishu } from '../feishu/server';

/** A board block of a document, and the picture that the server has of it. */
export interface ServedBoard {
  blockId: string;
  board: Board;
  picture: Picture;
}

/** The boards of a document, in its order, those included that a synced copy shows. */
export async function servedBoards(feishu: Feishu, documentId: string): Promise<ServedBoard[]> {
  const served = shownBlocks(feishu, documentId).map(async ({ blockId, seed }): Promise<ServedBoard[]> => {
    const board = seed?.type === 'board' ? feishu.store.board(seed.board) : undefined;
    return board ? [{ blockId, board, picture: await pictureOf(board) }] : [];
  });
  return (await Promise.all(served)).flat();
}

function shownBlocks(feishu: Feishu, documentId: string): Block[] {
  return (feishu.store.document(documentId)?.blocks ?? []).flatMap((block) => {
    if (block.seed?.type !== 'reference_synced') return [block];
    const { document, block: sourceId } = block.seed;
    const source = feishu.store.document(document)?.blocks.find(({ blockId }) => blockId === sourceId);
    return source ? below(source) : [];
  });
}

function below({ children }: Block): Block[] {
  return children.flatMap((child) => [child, ...below(child)]);
}

/** One of them, by its whiteboard id. */
export async function servedBoard(feishu: Feishu, documentId: string, id: string): Promise<ServedBoard> {
  const found = (await servedBoards(feishu, documentId)).find(({ board }) => board.id === id);
  if (!found) throw new Error(`${documentId} has no board ${id}`);
  return found;
}
