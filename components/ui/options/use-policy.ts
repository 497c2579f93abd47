import { useEffect, useState } from 'preact/hooks';
import type { OptionsDeps } from './options-deps';

/** What `read` finds in the administrator's policy, now and later; undefined until the browser has answered. */
export function usePolicy<Found>(
  read: () => Promise<Found>,
  { watchPolicy }: Pick<OptionsDeps, 'watchPolicy'>,
): Found | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let isOver = false;
    const look = (): void =>
      void read().then(
        (now) => isOver || setFound(() => now),
        () => undefined,
      );
    look();
    const stop = watchPolicy(look);
    return () => {
      isOver = true;
      stop();
    };
  }, [read, watchPolicy]);
  return found;
}
