import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Topic, TopicParams, TopicSnapshots } from '../../messaging/protocol';
import type { PopupDeps } from './popup-deps';

/**
 * The newest snapshot of a topic, and how to ask anew. The old one stays until the new one is there, so that
 * nothing flickers. `params` must keep its identity.
 * @param isUrgent whether there is nothing to show before the answer: then it is under way while the first frame is
 * drawn. Else that frame has the machine to itself. It stays as it is.
 */
export function useTopic<Name extends Topic>(
  watch: PopupDeps['watch'],
  topic: Name,
  params: TopicParams<Name>,
  isUrgent: boolean,
): [TopicSnapshots[Name] | undefined, () => void] {
  const [snapshot, setSnapshot] = useState<TopicSnapshots[Name]>();
  const [round, setRound] = useState(0);
  const useStart = isUrgent ? useLayoutEffect : useEffect;
  useStart(() => watch(topic, params, (next) => setSnapshot(() => next)), [watch, topic, params, round]);
  return [snapshot, useCallback(() => setRound((last) => last + 1), [])];
}
