import type { DeckBoard, DeckInput } from './deck-input';
import { xmlText } from './xml-text';

/** What the speaker's notes of a board say, line by line: where it is from, of what day, and its address. */
export function notesOf(input: DeckInput, board: DeckBoard): string[] {
  const lines = [input.title, board.heading, input.date, board.link].map((line) => xmlText(line ?? ''));
  return [...new Set(lines)].filter((line) => line !== '');
}
