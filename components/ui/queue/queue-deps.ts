import type { Copied } from '../../saving/copy-to-clipboard';

/** A board that waits for its turn. */
export interface QueuedBoard {
  blockId: string;
  name: string;
  link: string;
}

/** All that the window which copies one board after the other needs of the world. */
export interface QueueDeps {
  /** The boards, in their order. */
  list(): Promise<QueuedBoard[]>;
  /** Fetches what is copied of a board. */
  fetch(board: QueuedBoard): Promise<Copied>;
  /** Puts it on the clipboard. To be called while the window has the focus. */
  write(copied: Promise<Copied>): Promise<void>;
  /** Calls `next` when somebody presses the keys for it, with the focus here while it runs; returns how to stop. */
  watchKeys(next: () => Promise<void>): () => void;
  close(): void;
}
