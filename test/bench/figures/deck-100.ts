import { deckOfMany, measured } from '../deck-of-many';
import type { Figure } from '../figure';

const rounds = 5;

export const figure: Figure = {
  name: 'deck-100',
  unit: 'ms',
  goal: { of: 'ratio', bound: 'most', limit: 3 },
  about: 'a deck of 100 boards at 1920 px, over a bare ZIP of the same pictures',
  async measure({ note }) {
    const { bytes, deck, zip } = await deckOfMany();
    note(`${(bytes / 1_000_000).toFixed(0)} MB of pictures`);
    await deck();
    await zip();
    const values: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      reference.push((await measured(zip)).ms);
      values.push((await measured(deck)).ms);
    }
    return { values, reference };
  },
};
