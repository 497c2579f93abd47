/**
 * Chromium's offscreen document, opened when somebody needs it and closed a while after nobody does: it is a whole page,
 * whose opening costs more than most tasks, and which would hold memory for nothing.
 */
export interface OffscreenDocument {
  /** Opens the document, unless it is open, and holds it until `release` is called. */
  hold(): Promise<() => void>;
}

export interface OffscreenDocumentDeps {
  /** `browser.offscreen`, with what this extension opens there. */
  isOpen: () => Promise<boolean>;
  open: () => Promise<void>;
  close: () => Promise<void>;
  /** Runs `work` unless a task is under way in the document, which an earlier life of this worker may have begun. */
  unlessBusy: (work: () => Promise<void>) => Promise<void>;
}

/** For how long the document waits for the next task, in ms: rows are looked at one after the other, and a job ends with a file. */
const lingerMs = 10_000;

/** The one offscreen document of this extension. */
export function createOffscreenDocument({
  isOpen,
  open,
  close,
  unlessBusy,
}: OffscreenDocumentDeps): OffscreenDocument {
  let holders = 0;
  let turn: Promise<void> = Promise.resolve();
  let lingering: ReturnType<typeof setTimeout> | undefined;

  const settle = async (): Promise<void> => {
    const isThere = await isOpen();
    if (holders > 0 && !isThere) {
      await open().catch(async (thrown: unknown) => {
        // An earlier life of this worker had begun to open it.
        if (!(await isOpen())) throw thrown;
      });
    }
    if (holders > 0 || !isThere) return;
    await unlessBusy(close);
    if (await isOpen()) linger();
  };
  // One at a time: two creations at once would fail, and a closing must not overtake a creation.
  const inTurn = (): Promise<void> => {
    const next = turn.then(settle, settle);
    turn = next.catch(() => {});
    return next;
  };
  const linger = (): void => {
    clearTimeout(lingering);
    lingering = setTimeout(() => void inTurn(), lingerMs);
  };
  // An earlier life of this worker may have left it open.
  linger();

  return {
    async hold() {
      holders += 1;
      let held = true;
      const release = (): void => {
        if (!held) return;
        held = false;
        holders -= 1;
        linger();
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
