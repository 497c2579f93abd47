import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How far from the visible part of the list a row counts as seen: some rows, which are ready when one gets there. */
const margin = '260px 0px';

/** What watches the rows of a list: one observer for all of them, for a list can have hundreds. */
interface Watch {
  observer: IntersectionObserver;
  onSeen: Map<Element, () => void>;
}

const watches = new WeakMap<Element, Watch>();

/** Whether the row has ever been within, or close to, the visible part of its list. */
export function useSeen(ref: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const row = ref.current;
    const list = row?.parentElement;
    if (isSeen || !row || !list) return undefined;
    const { observer, onSeen } = watchOf(list);
    onSeen.set(row, () => setSeen(true));
    observer.observe(row);
    return () => {
      onSeen.delete(row);
      observer.unobserve(row);
    };
  }, [isSeen, ref]);
  return isSeen;
}

function watchOf(list: Element): Watch {
  const known = watches.get(list);
  if (known) return known;
  const onSeen: Watch['onSeen'] = new Map();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) onSeen.get(target)?.();
    },
    // The list itself: a margin around the window would end at the list's edge.
    { root: list, rootMargin: margin },
  );
  const watch = { observer, onSeen };
  watches.set(list, watch);
  return watch;
}
