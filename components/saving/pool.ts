/** Works through items as they come, in their order, some at a time. */
export interface Pool<Item> {
  add(items: readonly Item[]): void;
  /** Resolves when nothing is left. */
  idle(): Promise<void>;
}

/**
 * @param limit how many at a time; asked for before each
 * @param work must not reject
 */
export function createPool<Item>(limit: () => number, work: (item: Item) => Promise<void>): Pool<Item> {
  const waiting: Item[] = [];
  let active = 0;
  const wake: (() => void)[] = [];

  const run = async (item: Item): Promise<void> => {
    active += 1;
    await work(item);
    active -= 1;
    next();
  };
  const next = (): void => {
    const begun = waiting.splice(0, limit() - active);
    for (const item of begun) void run(item);
    if (active > 0 || waiting.length > 0) return;
    for (const resolve of wake.splice(0)) resolve();
  };

  return {
    add(items) {
      waiting.push(...items);
      next();
    },
    idle: () =>
      new Promise((resolve) => {
        wake.push(resolve);
        next();
      }),
  };
}
