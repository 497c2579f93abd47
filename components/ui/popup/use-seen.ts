import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How far from the visible part of the list a row counts as seen: some rows, which are ready when one gets there. */
const margin = '260px 0px';

/** Whether the row has ever been within, or close to, the visible part of its list. */
export function useSeen(ref: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (isSeen || !ref.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      // The list itself: a margin around the window would end at the list's edge.
      { root: ref.current.parentElement, rootMargin: margin },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [isSeen, ref]);
  return isSeen;
}
