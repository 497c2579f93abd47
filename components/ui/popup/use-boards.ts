import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { BoardList, TopicSnapshots } from '../../messaging/protocol';
import type { PopupDeps } from './popup-deps';
import { useTopic } from './use-topic';

type Snapshot = TopicSnapshots['boards'];

/** How long a better answer is waited for without a word and a way out, in ms: whoever was to give it may be stuck. */
const lateAfterMs = 20_000;

/**
 * The boards of the popup's tab, and how to ask anew: at first what was last shown, then what the background
 * answers. What it knows of while it still asks may be less than what was shown: then that stays, so that no row
 * goes and comes again. Where nothing more comes for long, that is said, until something does.
 */
export function useBoards(deps: PopupDeps): [Snapshot | undefined, () => void] {
  const { lastShown, remember, tabId, watch } = deps;
  // Others come, beside a page, with another tab, and with another page in the same tab.
  const params = useMemo(() => ({ tabId }), [deps]);
  const [answer, ask] = useTopic(watch, 'boards', params, lastShown === undefined);
  const isLess = lastShown !== undefined && isFewer(answer, lastShown);
  useEffect(() => {
    if (answer && 'list' in answer && !isLess) remember(answer.list);
  }, [answer, isLess, remember]);
  const first = useMemo(() => lastShown && { list: lastShown }, [lastShown]);
  const [isLate, restart] = useLate(params, answer, ask);
  const shown = isLess ? first : answer;
  return [isLate ? late(shown) : shown, restart];
}

/** Whether nothing has come for long, though a better answer is awaited; and how to ask anew, which starts the wait again. */
function useLate(params: object, answer: Snapshot | undefined, ask: () => void): [boolean, () => void] {
  const [isLate, setLate] = useState(false);
  const [round, setRound] = useState(0);
  const isAwaited = !answer || ('list' in answer && !answer.list.settled);
  useEffect(() => {
    setLate(false);
    if (!isAwaited) return undefined;
    const timer = setTimeout(() => setLate(true), lateAfterMs);
    return () => clearTimeout(timer);
  }, [params, answer, isAwaited, round]);
  const restart = useCallback(() => {
    setRound((last) => last + 1);
    ask();
  }, [ask]);
  return [isLate, restart];
}

/** Rows that are there can be used while others are waited for. */
function late(shown: Snapshot | undefined): Snapshot {
  const problem = { code: 'list-late' } as const;
  if (!shown || !('list' in shown) || shown.list.rows.length === 0) return { problem };
  return { list: { ...shown.list, gap: problem } };
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
