import { blockIdAttribute, editorRoot } from '../boards/selectors';

/** After the address changed, the old document stays for a while: how often to look, in ms, and how many times. */
const lookEveryMs = 100;
const mostLooks = 50;

/** Which document the page shows. */
export interface ShownDocument {
  /** Compares with what was there before. Cheap: call it whenever somebody asks or points. */
  look(): void;
  /** Whether what stands in the page belongs to the address that was left. */
  isLeaving(): boolean;
  stop(): void;
}

/**
 * Notices that the page shows another document, or the same one in a new editor, without watching the DOM:
 * the address is compared when the browser says that it changed, the editor when somebody asks. The address
 * changes first and the document some time later; until then the old one is looked at again and again.
 */
export function watchDocument(target: Window, onChange: () => void): ShownDocument {
  const page = target.document;
  const listening = new AbortController();
  let path = target.location.pathname;
  let root = rootOf(page);
  let left: { root: Element; id: string | null } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hasLeft = (old: NonNullable<typeof left>): boolean => {
    const now = rootOf(page);
    return now !== null && (now !== old.root || documentIdOf(now) !== old.id);
  };
  const wait = (looks: number): void => {
    timer = setTimeout(() => {
      if (left && !hasLeft(left) && looks > 0) return wait(looks - 1);
      left = undefined;
      root = rootOf(page);
      onChange();
    }, lookEveryMs);
  };
  const look = (): void => {
    if (path !== target.location.pathname) {
      path = target.location.pathname;
      clearTimeout(timer);
      const old = root?.isConnected ? root : rootOf(page);
      left = left ?? (old ? { root: old, id: documentIdOf(old) } : undefined);
      wait(mostLooks);
      return onChange();
    }
    if (left || root?.isConnected) return;
    const isReplaced = root !== null;
    root = rootOf(page);
    if (isReplaced && root) onChange();
  };

  const { signal } = listening;
  target.addEventListener('popstate', look, { signal });
  // Not in every browser yet: there, the next look finds the change.
  (target as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', look, {
    signal,
  });
  return {
    look,
    isLeaving: () => left !== undefined,
    stop() {
      listening.abort();
      clearTimeout(timer);
    },
  };
}

function rootOf(page: Document): Element | null {
  return page.querySelector(editorRoot);
}

/** The id of the document that an editor shows: that of the block around all others. */
function documentIdOf(root: Element): string | null {
  return root.closest(`[${blockIdAttribute}]`)?.getAttribute(blockIdAttribute) ?? null;
}
