import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Topic, TopicParams, TopicSnapshots } from '../../messaging/protocol';
import type { PopupDeps } from './popup-deps';

/**
 * The newest snapshot of a topic, and how to ask anew. The old one stays until the new one is there, so that
 * nothing flickers; one of other `params` does not. `params` must keep its identity.
 * @param isUrgent whether there is nothing to show before the answer: then it is under way while the first frame is
 * drawn. Else that frame has the machine to itself. What it is at first counts.
 */
export function useTopic<Name extends Topic>(
  watch: PopupDeps['watch'],
  topic: Name,
  params: TopicParams<Name>,
  isUrgent: boolean,
): [TopicSnapshots[Name] | undefined, () => void] {
  const [last, setLast] = useState<{ of: TopicParams<Name>; snapshot: TopicSnapshots[Name] }>();
  const [round, setRound] = useState(0);
  const [useStart] = useState(() => (isUrgent ? useLayoutEffect : useEffect));
  useStart(
    () => watch(topic, params, (snapshot) => setLast({ of: params, snapshot })),
    [watch, topic, params, round],
  );
  return [
    last && last.of === params ? last.snapshot : undefined,
    useCallback(() => setRound((before) => before + 1), []),
  ];
}
