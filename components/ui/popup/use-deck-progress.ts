import { useEffect, useState } from 'preact/hooks';
import { type DeckProgress, watchDeckProgress } from '../../messaging/deck-progress';
import type { JobView } from '../../saving/view-job';

/** How far the slides of a job are while they are made; undefined before the first is heard of. */
export function useDeckProgress({ id, output, state }: JobView): DeckProgress | undefined {
  const isMaking = output === 'deck' && state === 'saving';
  const [progress, setProgress] = useState<DeckProgress>();
  useEffect(() => {
    setProgress(undefined);
    if (!isMaking) return undefined;
    return watchDeckProgress((told) => told.jobId === id && setProgress(told));
  }, [id, isMaking]);
  return progress;
}
