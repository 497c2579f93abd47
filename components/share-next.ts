const forget = (): void => {};

/**
 * The same work, done less often: whoever asks while it is under way shares the next turn with all others that do. Nobody
 * is told what was found before it asked.
 */
export function shareNext<Key, Result>(work: (key: Key) => Promise<Result>): (key: Key) => Promise<Result> {
  const ends = new Map<Key, Promise<unknown>>();
  const next = new Map<Key, Promise<Result>>();
  return (key) => {
    const shared =
      next.get(key) ??
      Promise.resolve(ends.get(key)).then(() => {
        next.delete(key);
        const run = work(key);
        // When it ends, and not what was found: that is for those who asked.
        ends.set(key, run.then(forget, forget));
        return run;
      });
    next.set(key, shared);
    return shared;
  };
}
