import { useCallback, useEffect, useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';
import type { StoodIn } from './popup-deps';

/** How long a success that one can see elsewhere is marked, in ms. */
const markedForMs = 2500;

/** Where a copy or save of one board has got to. */
export type ActionState =
  | { phase: 'idle' }
  | { phase: 'busy' }
  | { phase: 'done'; stoodIn?: StoodIn | undefined }
  | { phase: 'failed'; error: ErrorData };

/**
 * Something that a button does, and how it goes. `run` calls `act` in the same tick. A plain success is marked
 * for a moment; a failure or a stand-in stays until the next time.
 */
export function useAction(
  act: () => Promise<{ stoodIn?: StoodIn | undefined }>,
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
      ({ stoodIn }) => enter({ phase: 'done', stoodIn }),
      (thrown: unknown) => enter({ phase: 'failed', error: toErrorData(thrown) }),
    );
  }, [act, report]);

  useEffect(() => {
    if (state.phase !== 'done' || state.stoodIn) return undefined;
    const timer = setTimeout(() => setState({ phase: 'idle' }), markedForMs);
    return () => clearTimeout(timer);
  }, [state]);

  return [state, run];
}
