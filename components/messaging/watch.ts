import browser from 'webextension-polyfill';
import type { Topic, TopicParams, TopicSnapshots } from './protocol';

/** How long to wait before a lost connection is made again, in ms: the worker was stopped, or is updating. */
const reconnectAfterMs = 250;

/** A port's name carries its topic and parameters, so that the first snapshot needs no further message. */
export interface WatchName {
  topic: string;
  params: unknown;
  /** Whether a connection that was lost is made again. */
  isAgain: boolean;
}

/**
 * Watches a topic of the background: a snapshot at once, and one after each change. A worker that was
 * stopped is woken and asked again.
 * @returns a function that stops watching
 */
export function watchTopic<Name extends Topic>(
  topic: Name,
  params: TopicParams<Name>,
  onSnapshot: (snapshot: TopicSnapshots[Name]) => void,
): () => void {
  let stopped = false;
  let disconnect = (): void => {};
  const connect = (isAgain: boolean): void => {
    if (stopped) return;
    const name: WatchName = { topic, params, isAgain };
    const port = browser.runtime.connect({ name: JSON.stringify(name) });
    disconnect = () => port.disconnect();
    port.onMessage.addListener((snapshot: unknown) => onSnapshot(snapshot as TopicSnapshots[Name]));
    port.onDisconnect.addListener(() => setTimeout(() => connect(true), reconnectAfterMs));
  };
  connect(false);
  return () => {
    stopped = true;
    disconnect();
  };
}
