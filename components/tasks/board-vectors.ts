import type { Brand } from '../boards/board';
import { AppError, toAppError } from '../errors';
import type { BoardContentClient } from '../feishu/board-content';
import type { ExportMemory } from '../feishu/export-memory';

/** A board of an account, as the API names it. */
export interface BoardRef {
  brand: Brand;
  whiteboardId: string;
}

/** The drawings of boards, where the host has them. */
export interface BoardVectors {
  /**
   * The drawing as the server made it: neither looked at nor cleaned.
   *
   * @throws whatever keeps one from having it; `endpoint-missing` without asking where the host was found to have none
   */
  get(board: BoardRef, signal?: AbortSignal): Promise<Blob>;
  /** Whether the host has drawings: asked once a day at most. One drawing tells of all. */
  areThere(board: BoardRef): Promise<boolean>;
}

export interface BoardVectorsDeps {
  clientFor: (brand: Brand) => Pick<BoardContentClient, 'exportBoard'>;
  /** The host that this brand's boards are asked for at now: a company may come to have another one. */
  hostOf: (brand: Brand) => Promise<string>;
  memory: ExportMemory;
}

/** Asks for drawings, and not again for a day where the host has shown to have none. */
export function createBoardVectors({ clientFor, hostOf, memory }: BoardVectorsDeps): BoardVectors {
  const get: BoardVectors['get'] = async ({ brand, whiteboardId }, signal) => {
    const host = await hostOf(brand);
    if (memory.get(host) === false) throw new AppError('endpoint-missing');
    try {
      const drawing = await clientFor(brand).exportBoard(whiteboardId, { signal });
      memory.set(host, true);
      return drawing;
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'endpoint-missing') memory.set(host, false);
      throw error;
    }
  };
  const areThere = async (board: BoardRef): Promise<boolean> => {
    const known = memory.get(await hostOf(board.brand));
    if (known !== undefined) return known;
    await get(board);
    return true;
  };
  return { get, areThere: (board) => areThere(board).catch(() => false) };
}
