import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { Topic, TopicParams, TopicSnapshots } from '../../messaging/protocol';
import type { PopupDeps } from './popup-deps';

/**
 * The newest snapshot of a topic, and how to ask anew. The old one stays until the new one is there, so that
 * nothing flickers. `params` must keep its identity.
 */
export function useTopic<Name extends Topic>(
  watch: PopupDeps['watch'],
  topic: Name,
  params: TopicParams<Name>,
): [TopicSnapshots[Name] | undefined, () => void] {
  const [snapshot, setSnapshot] = useState<TopicSnapshots[Name]>();
  const [round, setRound] = useState(0);
  // Before the first frame: the answer is under way while that is drawn.
  useLayoutEffect(
    () => watch(topic, params, (next) => setSnapshot(() => next)),
    [watch, topic, params, round],
  );
  return [snapshot, useCallback(() => setRound((last) => last + 1), [])];
}
