import { useEffect, useMemo } from 'preact/hooks';
import type { BoardList, TopicSnapshots } from '../../messaging/protocol';
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
    lastShown === undefined,
  );
  const isLess = lastShown !== undefined && isFewer(answer, lastShown);
  useEffect(() => {
    if (answer && 'list' in answer && !isLess) remember(answer.list);
  }, [answer, isLess, remember]);
  const first = useMemo(() => lastShown && { list: lastShown }, [lastShown]);
  return [isLess ? first : answer, restart];
}

/** Whether the answer knows less of the document that was last shown; of another document it always knows more. */
function isFewer(answer: Snapshot | undefined, shown: BoardList): boolean {
  if (!answer) return true;
  if (!('list' in answer) || answer.list.settled) return false;
  return pathOf(answer.list.url) === pathOf(shown.url) && answer.list.rows.length < shown.rows.length;
}

/** The rest of an address is a place in a document, or a way to look at it. */
function pathOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
