import type { BoardRecipe } from '../../board-recipe';
import type { BoardSource } from '../../boards/board-text';

/** What a row can be saved as: a picture, or what its diagrams were written in. */
export type SaveWish = BoardRecipe | readonly BoardSource[];

/** Whether what diagrams were written in is wished for, and no picture. */
export function isSources(wish: SaveWish): wish is readonly BoardSource[] {
  return Array.isArray(wish);
}
