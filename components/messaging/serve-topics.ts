import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { isFromExtension } from './is-from-extension';
import { type Topic, type TopicParams, type TopicSnapshots, topics } from './protocol';

/**
 * Publishes the snapshots of one topic until `signal` aborts: the watcher has gone.
 * @param isAgain whether it has watched before, perhaps in an earlier life of the background
 */
export type TopicSource<Name extends Topic> = (
  params: TopicParams<Name>,
  publish: (snapshot: TopicSnapshots[Name]) => void,
  signal: AbortSignal,
  isAgain: boolean,
) => void;

export type TopicSources = { [Name in Topic]: TopicSource<Name> };

const watchName = v.object({
  topic: v.picklist(['boards', 'jobs', 'signIn'] satisfies Topic[]),
  params: v.optional(v.unknown()),
  isAgain: v.optional(v.boolean(), false),
});

/** Serves everybody who watches. Ports that are not from our own pages are closed. */
export function serveTopics(sources: TopicSources): void {
  const serve = <Name extends Topic>(
    { topic, params: given, isAgain }: { topic: Name; params?: unknown; isAgain: boolean },
    port: Runtime.Port,
  ): void => {
    const params = v.safeParse<v.GenericSchema>(topics[topic], given);
    if (!params.success) return port.disconnect();
    const watcher = new AbortController();
    port.onDisconnect.addListener(() => watcher.abort());
    sources[topic](
      params.output as TopicParams<Name>,
      (snapshot) => {
        if (!watcher.signal.aborted) port.postMessage(snapshot);
      },
      watcher.signal,
      isAgain,
    );
  };
  browser.runtime.onConnect.addListener((port) => {
    const name = v.safeParse(watchName, jsonIn(port.name));
    if (!name.success || !isFromExtension(port.sender)) return port.disconnect();
    serve(name.output, port);
  });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
