import { useCallback, useEffect, useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';
import type { StoodIn } from '../../saving/job';

/** How long a success that one can see elsewhere is marked, in ms. */
const markedForMs = 2500;
/** The same for what has a way on: time to take it. */
const offeredForMs = 10_000;

/** What came of it. */
export interface ActionResult {
  stoodIn?: StoodIn | undefined;
  /** What was made, in words, where that is worth a word. */
  made?: string | undefined;
  /** The file that was written. */
  fileName?: string | undefined;
  /** What one should know of it; then it stays to be read. */
  notes?: readonly string[] | undefined;
}

/** Where a copy or save of one board has got to. */
export type ActionState =
  | { phase: 'idle' }
  | { phase: 'busy' }
  | ({ phase: 'done' } & ActionResult)
  | { phase: 'failed'; error: ErrorData };

/**
 * Something that a button does, and how it goes. `run` calls `act` in the same tick. A plain success is marked
 * for a moment; a failure or a stand-in stays until the next time.
 */
export function useAction(
  act: () => Promise<ActionResult>,
  report: (state: ActionState) => void,
): [ActionState, () => void] {
  const [state, setState] = useState<ActionState>({ phase: 'idle' });

  const run = useCallback(() => {
    const enter = (next: ActionState): void => {
      setState(next);
      report(next);
    };
    setState({ phase: 'busy' });
    act().then(
      (result) => enter({ phase: 'done', ...result }),
      (thrown: unknown) => enter({ phase: 'failed', error: toErrorData(thrown) }),
    );
  }, [act, report]);

  useEffect(() => {
    if (state.phase !== 'done' || state.stoodIn || state.notes?.length) return undefined;
    const timer = setTimeout(
      () => setState({ phase: 'idle' }),
      state.fileName === undefined ? markedForMs : offeredForMs,
    );
    return () => clearTimeout(timer);
  }, [state]);

  return [state, run];
}
