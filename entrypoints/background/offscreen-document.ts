import { browser } from 'wxt/browser';

/**
 * Chromium's offscreen document, opened when somebody needs it and closed when nobody does. It is a whole
 * page: kept open, it would hold memory for nothing.
 */
export interface OffscreenDocument {
  /** Opens the document, unless it is open, and holds it until `release` is called. */
  hold(): Promise<() => void>;
}

/** The one offscreen document of this extension. */
export function createOffscreenDocument(): OffscreenDocument {
  let holders = 0;
  let turn: Promise<void> = Promise.resolve();

  const settle = async (): Promise<void> => {
    const open = await browser.offscreen.hasDocument();
    if (holders > 0 && !open) {
      await browser.offscreen.createDocument({
        url: '/offscreen.html',
        reasons: ['BLOBS', 'DOM_PARSER'],
        justification: 'Object URLs for files to download, and drawing SVG boards as PNG.',
      });
    } else if (holders === 0 && open) {
      // What an earlier life of this worker has begun there may still go on: a page that is busy stays.
      await navigator.locks.request('task', { ifAvailable: true }, async (idle) => {
        if (idle) await browser.offscreen.closeDocument();
      });
    }
  };
  // One at a time: two creations at once would fail, and a closing must not overtake a creation.
  const inTurn = (): Promise<void> => {
    const next = turn.then(settle, settle);
    turn = next.catch(() => {});
    return next;
  };

  return {
    async hold() {
      holders += 1;
      let held = true;
      const release = (): void => {
        if (!held) return;
        held = false;
        holders -= 1;
        void inTurn();
      };
      try {
        await inTurn();
      } catch (thrown) {
        release();
        throw thrown;
      }
      return release;
    },
  };
}
