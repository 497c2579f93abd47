import type { Board } from './board';

/** The board's name: its caption, else its heading, else `numbered` of its place in the document. */
export function boardName(board: Board, numbered: (n: number) => string): string {
  return board.caption || board.heading || numbered(board.number);
}
