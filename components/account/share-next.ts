/**
 * The same work, done less often: whoever asks while it is under way shares the next turn with all others that do. Nobody
 * is told what was found before it asked.
 */
export function shareNext<Key, Result>(work: (key: Key) => Promise<Result>): (key: Key) => Promise<Result> {
  const underWay = new Map<Key, Promise<Result>>();
  const next = new Map<Key, Promise<Result>>();

  const start = (key: Key): Promise<Result> => {
    const run = work(key);
    underWay.set(key, run);
    const forget = (): void => {
      if (underWay.get(key) === run) underWay.delete(key);
    };
    run.then(forget, forget);
    return run;
  };
  const startNext = (key: Key) => (): Promise<Result> => {
    next.delete(key);
    return start(key);
  };

  return (key) => {
    const present = underWay.get(key);
    if (!present) return start(key);
    const shared = next.get(key) ?? present.then(startNext(key), startNext(key));
    next.set(key, shared);
    return shared;
  };
}
