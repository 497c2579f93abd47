import { asTable } from '../demo/table';
import type { Figure, Goal } from './figure';
import { type FigureResult, meets } from './figure-result';

/** A figure with its result, or with why there is none. */
export interface Outcome {
  figure: Figure;
  result?: FigureResult;
  failure?: string;
}

const head = ['figure', 'unit', 'median', 'min', 'max', 'reference', 'ratio', 'goal', ''];

/** All figures as one table, which says of each whether its goal is met. */
export function figureTable(outcomes: readonly Outcome[]): string {
  return asTable(
    head,
    outcomes.map(({ figure, result }) => {
      const { name, unit, goal } = figure;
      if (!result) return [name, unit, '–', '–', '–', '–', '–', goalText(goal), 'NOT MEASURED'];
      const { min, max, ratio, reference } = result;
      const numbers = [result.median, min, max, reference, ratio].map(asNumber);
      return [name, unit, ...numbers, goalText(goal), meets(result, goal) ? 'met' : 'MISSED'];
    }),
  );
}

function goalText({ of, bound, limit }: Goal): string {
  return `${of} ${bound === 'most' ? '≤' : '≥'} ${limit}`;
}

function asNumber(value: number | null): string {
  if (value === null) return '–';
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 2);
}
