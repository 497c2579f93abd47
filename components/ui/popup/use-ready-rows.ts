import { useEffect, useState } from 'preact/hooks';

/** More rows than the popup shows at a time. */
const rowsAtFirst = 12;
/** Rows that are made in about a frame. */
const rowsAtATime = 16;

/**
 * How many rows, from the top, are drawn with everything in them. The first frame has those that can be seen, and of
 * all others the names; the others follow a few at a time, and nothing waits for them.
 */
export function useReadyRows(total: number): number {
  const [ready, setReady] = useState(rowsAtFirst);
  useEffect(() => {
    if (ready >= total) return undefined;
    const timer = setTimeout(() => setReady((last) => last + rowsAtATime));
    return () => clearTimeout(timer);
  }, [ready, total]);
  return ready;
}
