import { useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import { ErrorNote } from '../error-note';
import { useSetting } from '../use-setting';
import { useStyles } from '../use-styles';
import { FreshSwitch } from './fresh-switch';
import { usePopup } from './popup-context';
import style from './wiki-button.css?inline';

/** *Save all boards under this page*: has the pages of a wiki counted, which then asks. */
export function WikiButton() {
  useStyles(style);
  const { deps } = usePopup();
  const [output] = useSetting(deps.output);
  const [error, setError] = useState<ErrorData>();
  const [fresh, setFresh] = useState(false);
  const [isStarting, setStarting] = useState(false);

  const start = async (): Promise<void> => {
    setStarting(true);
    setError(undefined);
    try {
      await deps.send('job/start-wiki', {
        tabId: deps.tabId,
        output: output ?? deps.output.fallback,
        ...(fresh && { fresh }),
      });
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setStarting(false);
    }
  };

  return (
    <div class="wiki">
      <button type="button" class="button" disabled={isStarting} onClick={() => void start()}>
        {t('wiki_save_below')}
      </button>
      <FreshSwitch isOn={fresh} onChange={setFresh} />
      {error && (
        <div class="bar-error" role="alert">
          <ErrorNote error={error} />
        </div>
      )}
    </div>
  );
}
