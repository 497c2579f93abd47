import { useEffect, useMemo } from 'preact/hooks';
import type { TopicSnapshots } from '../../messaging/protocol';
import type { PopupDeps } from './popup-deps';
import { useTopic } from './use-topic';

type Snapshot = TopicSnapshots['boards'];

/**
 * The boards of the popup's tab, and how to ask anew: at first what was last shown, then what the background
 * answers. What it knows of while it still asks may be less than what was shown: then that stays, so that no row
 * goes and comes again.
 */
export function useBoards({
  lastShown,
  remember,
  tabId,
  watch,
}: PopupDeps): [Snapshot | undefined, () => void] {
  const [answer, restart] = useTopic(
    watch,
    'boards',
    useMemo(() => ({ tabId }), [tabId]),
  );
  const isLess = lastShown !== undefined && isFewer(answer, lastShown.rows.length);
  useEffect(() => {
    if (answer && 'list' in answer && !isLess) remember(answer.list);
  }, [answer, isLess, remember]);
  const first = useMemo(() => lastShown && { list: lastShown }, [lastShown]);
  return [isLess ? first : answer, restart];
}

function isFewer(answer: Snapshot | undefined, rows: number): boolean {
  if (!answer) return true;
  return 'list' in answer && !answer.list.settled && answer.list.rows.length < rows;
}
