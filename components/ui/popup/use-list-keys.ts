import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * The keys of the list. They are on the document, so that they work before anything has the focus, and loaded once the
 * first frame is there: nobody is as fast.
 */
export function useListKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const gone = new AbortController();
    void import('./list-keys').then(({ handleListKey }) =>
      document.addEventListener(
        'keydown',
        (event) => {
          if (root.current) handleListKey(event, root.current);
        },
        { signal: gone.signal },
      ),
    );
    return () => gone.abort();
  }, []);
}
