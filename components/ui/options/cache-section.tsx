import { useEffect, useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';
import { formatBytes } from '../../i18n/format-bytes';
import { formatDuration } from '../../i18n/format-time';
import { t } from '../../i18n/t';
import { tCount } from '../../i18n/t-count';
import type { CacheUsage } from '../../messaging/protocol';
import { ErrorNote } from '../error-note';
import { Choice } from './choice';
import { Line } from './line';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';
import { useUndoable } from './use-undoable';

const budgetsMb = [0, 50, 100, 200, 500, 1000, 2000];
const freshMinutes = [0, 1, 5, 15, 60];

interface CacheSectionProps {
  deps: OptionsDeps;
  announce: (text: string) => void;
  /** Counts up when accounts change: their pictures go with them. */
  accountChanges: number;
}

/** How much is kept, for how long it counts as new, and how to be rid of it. */
export function CacheSection({ deps, announce, accountChanges }: CacheSectionProps) {
  const [usage, setUsage] = useState<CacheUsage>();
  const [error, setError] = useState<ErrorData>();
  const [isClearing, setClearing] = useState(false);
  const fail = (thrown: unknown): void => setError(toErrorData(thrown));
  const load = (): void => {
    deps.send('cache/usage').then(setUsage, fail);
  };
  useEffect(load, [deps, accountChanges]);

  const clear = async (): Promise<void> => {
    setClearing(true);
    setError(undefined);
    try {
      setUsage(await deps.send('cache/clear'));
      announce(t('options_cache_cleared'));
    } catch (thrown) {
      fail(thrown);
    } finally {
      setClearing(false);
    }
  };

  const clearing = useUndoable(() => void clear());

  return (
    <Section anchor="cache" title={t('options_cache')} intro={t('options_cache_intro')}>
      <Line label={lineText(usage, clearing.isPending)}>
        <button
          type="button"
          class="button"
          disabled={isClearing || !usage || usage.images === 0}
          data-action={clearing.isPending ? 'undo-clear' : 'clear'}
          onClick={() => {
            if (clearing.isPending) return clearing.undo();
            clearing.begin();
            announce(t('options_cache_clearing'));
          }}
        >
          {t(clearing.isPending ? 'undo' : 'options_cache_clear')}
        </button>
      </Line>
      {error && (
        <div class="note bad" role="alert">
          <ErrorNote error={error} />
        </div>
      )}
      <Choice
        setting={deps.settings.cacheBudgetMb}
        label={t('options_cache_budget')}
        hint={t('options_cache_budget_hint')}
        values={budgetsMb}
        words={(mb) => (mb === 0 ? t('options_cache_none') : formatBytes(mb * 1_000_000))}
        onChange={load}
      />
      <Choice
        setting={deps.settings.freshMinutes}
        label={t('options_fresh')}
        hint={t('options_fresh_hint')}
        values={freshMinutes}
        words={(minutes) => (minutes === 0 ? t('options_fresh_always') : formatDuration(minutes * 60_000))}
      />
    </Section>
  );
}

function lineText(usage: CacheUsage | undefined, isClearing: boolean): string {
  if (isClearing) return t('options_cache_clearing');
  return usage ? usageText(usage) : '…';
}

function usageText({ images, bytes, budgetBytes }: CacheUsage): string {
  return tCount('options_cache_usage', images, [formatBytes(bytes), formatBytes(budgetBytes)]);
}
