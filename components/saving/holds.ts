/** What is in use for a while. */
export interface Holds {
  /** @returns what ends it */
  hold(key: string): () => void;
  keys(): string[];
}

/** Two may hold the same: it is held until both have let go. */
export function createHolds(): Holds {
  const held = new Map<symbol, string>();
  return {
    hold(key) {
      const hold = Symbol(key);
      held.set(hold, key);
      return () => void held.delete(hold);
    },
    keys: () => [...held.values()],
  };
}
