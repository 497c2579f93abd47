import { useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import { tCount } from '../../i18n/t-count';
import { later } from '../later';
import { Segmented } from '../segmented';
import { useSetting } from '../use-setting';
import { FreshSwitch } from './fresh-switch';
import { usePopup } from './popup-context';

const ErrorNote = later(async () => (await import('../error-note')).ErrorNote);

interface SaveBarProps {
  blockIds: readonly string[];
  disabled: boolean;
}

/** Below the choice of files, where the browser is known to ask where to save each of them. */
function AsksHint() {
  const { deps } = usePopup();
  const [asks] = useSetting(deps.asksForEach);
  return asks ? <p class="quiet asks">{t('error_download_asks_for_each')}</p> : null;
}

/** The one main button, and how it saves. */
export function SaveBar({ blockIds, disabled }: SaveBarProps) {
  const { deps } = usePopup();
  const [remembered, setOutput] = useSetting(deps.output);
  const output = remembered ?? deps.output.fallback;
  const [fresh, setFresh] = useState(false);
  const [isStarting, setStarting] = useState(false);
  const [error, setError] = useState<ErrorData>();

  const start = async (): Promise<void> => {
    setStarting(true);
    setError(undefined);
    try {
      await deps.send('job/start', {
        tabId: deps.tabId,
        blockIds: [...blockIds],
        output,
        ...(fresh && { fresh }),
      });
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setStarting(false);
    }
  };

  const label = (): string => {
    if (isStarting) return t('popup_starting');
    return blockIds.length > 0 ? tCount('popup_save_boards', blockIds.length) : t('popup_save_none');
  };

  return (
    <footer class="bar">
      {error && (
        <div class="bar-error" role="alert">
          <ErrorNote error={error} />
        </div>
      )}
      <Segmented
        label={t('output_label')}
        value={output}
        onChange={(next) => void setOutput(next)}
        options={[
          { value: 'zip', label: t('output_zip'), hint: t('output_zip_hint') },
          { value: 'files', label: t('output_files'), hint: t('output_files_hint') },
          { value: 'deck', label: t('output_deck'), hint: t('output_deck_hint') },
        ]}
      />
      <FreshSwitch isOn={fresh} onChange={setFresh} />
      <button
        type="button"
        class="button primary main-button"
        disabled={disabled || isStarting || blockIds.length === 0}
        onClick={() => void start()}
      >
        {label()}
      </button>
      {output === 'files' && <AsksHint />}
    </footer>
  );
}
