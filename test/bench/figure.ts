import type { BenchContext } from './bench-context';

/** What a figure has to reach. */
export interface Goal {
  /** The value that is held: the median itself, or how many times the reference it is. */
  of: 'median' | 'ratio';
  /** `most`: no more than the limit; `least`: no less. */
  bound: 'most' | 'least';
  limit: number;
}

/** What was measured, in the figure's unit. */
export interface Measurement {
  /** One for each round; never empty. */
  values: readonly number[];
  /** What the values are compared with, measured in turns with them: one for each round. */
  reference?: readonly number[];
  /** How many times the reference; default: the median of the values over that of the reference. */
  ratio?: number;
}

/** One figure of the benchmark. A file in `figures/` is named as its figure and exports it as `figure`. */
export interface Figure {
  name: string;
  unit: string;
  goal: Goal;
  /** What is measured against what, in one line. */
  about: string;
  /** Throws where it cannot be measured. What it opens by the context is closed by the context. */
  measure(context: BenchContext): Promise<Measurement>;
}
