export interface SeekDeps {
  /** What scrolls, as far as seeking needs it. */
  scroller: { scrollTop: number; readonly scrollHeight: number; readonly clientHeight: number };
  /** Block ids of the boards that are mounted now. */
  mounted: () => readonly string[];
  /** Resolves when the page has mounted what is in sight. */
  painted: () => Promise<void>;
  /** Aborts when the user scrolls himself. */
  signal: AbortSignal;
}

/** Screens looked at before giving up: some 20,000 blocks. */
const mostScreens = 1200;

/**
 * Scrolls until a board is mounted. The editor keeps only what is near the window, so its place is found by
 * halving: boards that are in sight tell whether the wanted one is above or below, as `order` has them; where
 * none is, the way is walked screen by screen until one is.
 *
 * @returns whether it is mounted now. If not, the page stands where it stood.
 */
export async function seekBoard(blockId: string, order: readonly string[], deps: SeekDeps): Promise<boolean> {
  const { scroller, mounted, painted, signal } = deps;
  const start = scroller.scrollTop;
  const places = new Map(order.map((id, place) => [id, place]));
  const wanted = places.get(blockId);
  const screen = Math.max(1, scroller.clientHeight);

  /** Where the wanted board is from what is in sight: here, above, below, or not to be told. */
  const compass = (): 'here' | 'above' | 'below' | undefined => {
    const ids = mounted();
    if (ids.includes(blockId)) return 'here';
    const seen = ids.flatMap((id) => places.get(id) ?? []);
    if (wanted === undefined || seen.length === 0) return undefined;
    if (seen.every((place) => place > wanted)) return 'above';
    return seen.every((place) => place < wanted) ? 'below' : undefined;
  };

  let above = 0;
  let below = Math.max(0, scroller.scrollHeight - screen);
  let at = start;
  let from = start; // where the present walk began: nothing between there and here
  for (let screens = 0; screens < mostScreens && !signal.aborted; screens++) {
    const direction = compass();
    if (direction === 'here') return true;
    const isWalkedOut = direction === undefined && at >= below;
    if (direction === 'below') above = Math.max(above, at);
    else if (direction === 'above' || isWalkedOut) below = Math.min(below, from);
    if (direction === undefined && !isWalkedOut) {
      at = Math.min(at + screen, below);
    } else {
      if (below - above < 1) break;
      // The last few screens are walked: heights are only guessed before blocks are mounted.
      const isNear = below - above < 4 * screen;
      at = isNear ? above : Math.floor((above + below) / 2);
      from = at;
      if (isNear) return walk(above - screen, below + screen);
    }
    scroller.scrollTop = at;
    await painted();
  }
  return giveUp();

  async function walk(first: number, last: number): Promise<boolean> {
    for (let top = Math.max(0, first); top <= last && !signal.aborted; top += screen / 2) {
      scroller.scrollTop = top;
      await painted();
      if (mounted().includes(blockId)) return true;
    }
    return giveUp();
  }
  function giveUp(): false {
    if (!signal.aborted) scroller.scrollTop = start;
    return false;
  }
}
