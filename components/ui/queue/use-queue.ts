import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '../../errors';
import type { Copied } from '../../saving/copy-to-clipboard';
import type { QueuedBoard, QueueDeps } from './queue-deps';

/** Where the queue stands. */
export interface QueueState {
  boards: readonly QueuedBoard[];
  index: number;
  phase: 'copying' | 'copied' | 'failed';
  /** Object URL of the picture on the clipboard. */
  picture?: string | undefined;
  error?: ErrorData | undefined;
}

/** Copies one board after the other; each is fetched while the one before it is pasted. */
export function useQueue(deps: QueueDeps): [QueueState, (index: number) => Promise<void>] {
  const [state, setState] = useState<QueueState>({ boards: [], index: 0, phase: 'copying' });
  const boards = useRef<readonly QueuedBoard[]>([]);
  const fetched = useRef(new Map<number, Promise<Copied>>());
  const turn = useRef(0);

  const fetchAt = useCallback(
    (index: number): Promise<Copied> | undefined => {
      const board = boards.current[index];
      const known = fetched.current.get(index);
      if (!board || known) return known;
      const asked = deps.fetch(board);
      fetched.current.set(index, asked);
      // What failed is asked for again the next time.
      asked.catch(() => fetched.current.delete(index));
      return asked;
    },
    [deps],
  );

  const copyAt = useCallback(
    async (index: number): Promise<void> => {
      const copied = fetchAt(index);
      if (!copied) return;
      const mine = ++turn.current;
      const show = (now: Omit<QueueState, 'boards' | 'index'>): void => {
        if (mine === turn.current) setState({ boards: boards.current, index, ...now });
      };
      show({ phase: 'copying' });
      try {
        await deps.write(copied);
        const { png } = await copied;
        show({ phase: 'copied', picture: png && URL.createObjectURL(png) });
        void fetchAt(index + 1);
        // Pictures behind are let go: going back fetches them out of the store.
        for (const at of fetched.current.keys()) if (at < index || at > index + 1) fetched.current.delete(at);
      } catch (thrown) {
        show({ phase: 'failed', error: toErrorData(thrown) });
      }
    },
    [deps, fetchAt],
  );

  useEffect(() => {
    const fail = (thrown: unknown): void =>
      setState({ boards: [], index: 0, phase: 'failed', error: toErrorData(thrown) });
    deps.list().then((listed) => {
      boards.current = listed;
      return copyAt(0);
    }, fail);
  }, [deps, copyAt]);

  const { picture } = state;
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture]);
  return [state, copyAt];
}
