import { t } from '../../i18n/t';
import type { TopicSnapshots } from '../../messaging/protocol';
import { later } from '../later';
import { LoadingView } from './loading-view';

const ProblemView = later(async () => (await import('./problem-view')).ProblemView);
const StateView = later(async () => (await import('./state-view')).StateView);

interface NoListProps {
  snapshot: TopicSnapshots['boards'] | undefined;
  onRetry: () => void;
}

/** What stands where there are no boards to list. Why there are none is loaded then. */
export function NoList({ snapshot, onRetry }: NoListProps) {
  if (!snapshot) return <LoadingView onRetry={onRetry} />;
  if ('problem' in snapshot) return <ProblemView error={snapshot.problem} onRetry={onRetry} />;
  const { settled, problem = snapshot.list.gap, brand } = snapshot.list;
  if (!settled) return <LoadingView onRetry={onRetry} />;
  if (problem) return <ProblemView error={problem} brand={brand} onRetry={onRetry} />;
  return (
    <StateView icon="board" title={t('popup_no_boards')} help={t('popup_no_boards_help')}>
      <button type="button" class="button" onClick={onRetry}>
        {t('popup_look_again')}
      </button>
    </StateView>
  );
}
