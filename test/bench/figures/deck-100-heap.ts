import { deckOfMany, measured } from '../deck-of-many';
import type { Figure } from '../figure';

const rounds = 3;

export const figure: Figure = {
  name: 'deck-100-heap',
  unit: 'MB',
  goal: { of: 'median', bound: 'most', limit: 150 },
  about: 'how much the heap grows at most while a deck of 100 boards at 1920 px is made',
  async measure() {
    const { deck } = await deckOfMany();
    const values: number[] = [];
    for (let round = 0; round < rounds; round += 1) values.push((await measured(deck)).heapMb);
    return { values };
  },
};
