import { withContext } from './bench-context';
import type { Figure } from './figure';
import { figureResult } from './figure-result';
import type { Outcome } from './figure-table';

/** Measures one figure after the other. One that cannot be measured keeps no other from it. */
export async function runFigures(
  figures: readonly Figure[],
  print: (line: string) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const figure of figures) {
    print(`» ${figure.name}: ${figure.about}`);
    try {
      const measured = await withContext((words) => print(`  ${words}`), figure.measure);
      outcomes.push({ figure, result: figureResult(figure, measured) });
    } catch (thrown) {
      const failure = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      print(`  not measured: ${failure}`);
      outcomes.push({ figure, failure });
    }
  }
  return outcomes;
}
