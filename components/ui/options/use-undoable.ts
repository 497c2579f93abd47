import { useEffect, useRef, useState } from 'preact/hooks';

/** How long one can think better of it, in ms. */
const graceMs = 8000;

/** Something that can be taken back for a while: it is done after that, or when the page is left. */
export interface Undoable {
  isPending: boolean;
  begin(): void;
  undo(): void;
}

/** @param act what is done eight seconds after `begin`, or when the page is left before that */
export function useUndoable(act: () => void): Undoable {
  const [isPending, setPending] = useState(false);
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!isPending) return undefined;
    const finish = (): void => {
      setPending(false);
      latest.current();
    };
    const timer = setTimeout(finish, graceMs);
    window.addEventListener('pagehide', finish);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', finish);
    };
  }, [isPending]);
  return { isPending, begin: () => setPending(true), undo: () => setPending(false) };
}
