import { useEffect, useState } from 'preact/hooks';

const everyMs = 30_000;

/** The time, in ms since the epoch, kept fresh enough for ages in minutes. */
export function useNow(read: () => number): number {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), everyMs);
    return () => clearInterval(timer);
  }, [read]);
  return now;
}
