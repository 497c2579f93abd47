import { useEffect, useState } from 'preact/hooks';
import { AppError, toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import { ErrorNote } from '../error-note';
import { Icon } from '../icons/icon';
import type { DiagnosisDeps } from './diagnosis-deps';

/** The report on one page, and what can be done with it. */
export function PageReport({ deps, tabId }: { deps: DiagnosisDeps; tabId: number }) {
  const [look, setLook] = useState(0);
  const [report, setReport] = useState<string>();
  const [isCopied, setCopied] = useState(false);
  const [error, setError] = useState<ErrorData>();
  const fail = (thrown: unknown): void => setError(toErrorData(thrown));

  useEffect(() => {
    let isCurrent = true;
    setReport(undefined);
    setCopied(false);
    setError(undefined);
    deps.report(tabId).then(
      (text) => isCurrent && setReport(text),
      (thrown: unknown) => isCurrent && fail(thrown),
    );
    return () => {
      isCurrent = false;
    };
  }, [deps, tabId, look]);

  const copy = async (): Promise<void> => {
    setError(undefined);
    try {
      await deps.copy(report ?? '');
      setCopied(true);
    } catch (thrown) {
      fail(new AppError('clipboard-denied', {}, { cause: thrown }));
    }
  };
  const isBusy = report === undefined && !error;

  return (
    <>
      <div class="actions">
        <button type="button" class="button primary" disabled={!report} onClick={() => void copy()}>
          <Icon name={isCopied ? 'check' : 'copy'} />
          {t(isCopied ? 'diagnosis_copied' : 'diagnosis_copy')}
        </button>
        <button type="button" class="button" disabled={isBusy} onClick={() => setLook(look + 1)}>
          <Icon name="retry" />
          {t('diagnosis_again')}
        </button>
      </div>
      {error && (
        <div class="note bad" role="alert">
          <ErrorNote error={error} />
        </div>
      )}
      <output class="visually-hidden">{isCopied ? t('diagnosis_copied') : ''}</output>
      {isBusy && (
        <output class="busy">
          <Icon name="spinner" />
          {t('diagnosis_running')}
        </output>
      )}
      {report !== undefined && (
        // It scrolls, so it has to be reached by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre class="report" lang="en" dir="ltr" tabIndex={0} aria-label={t('diagnosis_report')}>
          {report}
        </pre>
      )}
    </>
  );
}
