import * as v from 'valibot';

/** How far the slides of a job are. */
export interface DeckProgress {
  jobId: string;
  /** Slides that are made. */
  done: number;
  total: number;
}

const schema: v.GenericSchema<unknown, DeckProgress> = v.object({
  jobId: v.string(),
  done: v.number(),
  total: v.number(),
});

/** Pages of the extension, and its background, hear each other on it; no other page does. */
const channelName = 'deck-progress';

/** Tells how far slides are to whoever watches, past the background: nothing of it has to outlive anybody. */
export function openDeckProgress(): { tell(progress: DeckProgress): void; close(): void } {
  const channel = new BroadcastChannel(channelName);
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    tell: (progress) => channel.postMessage(progress),
    close: () => channel.close(),
  };
}

/**
 * Hears how far slides are, from the next one that is made on.
 * @returns a function that stops it
 */
export function watchDeckProgress(listener: (progress: DeckProgress) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const told = v.safeParse(schema, data);
    if (told.success) listener(told.output);
  });
  return () => channel.close();
}
