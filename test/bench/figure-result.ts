import type { Figure, Goal, Measurement } from './figure';
import { median } from './statistics';

/** One figure as `--json` writes it: exactly these keys. */
export interface FigureResult {
  name: string;
  unit: string;
  median: number;
  min: number;
  max: number;
  /** Median of what it is compared with; null where there is nothing to compare with. */
  reference: number | null;
  ratio: number | null;
  /** Such as `median <= 5`. */
  goal: string;
}

/** Sums up what was measured. Throws where nothing was, or where what the goal is about is missing. */
export function figureResult({ name, unit, goal }: Figure, measured: Measurement): FigureResult {
  const { values, reference } = measured;
  const result: FigureResult = {
    name,
    unit,
    median: median(values),
    min: Math.min(...values),
    max: Math.max(...values),
    reference: reference ? median(reference) : null,
    ratio: measured.ratio ?? (reference ? median(values) / median(reference) : null),
    goal: `${goal.of} ${goal.bound === 'most' ? '<=' : '>='} ${goal.limit}`,
  };
  const numbers = [result.median, result.min, result.max, result.reference ?? 0, result.ratio ?? 0];
  if (!numbers.every(Number.isFinite) || result[goal.of] === null) throw new Error(`${name} has no numbers`);
  return result;
}

/** Whether the goal is met. */
export function meets(result: FigureResult, { of, bound, limit }: Goal): boolean {
  const value = result[of];
  return value !== null && (bound === 'most' ? value <= limit : value >= limit);
}
