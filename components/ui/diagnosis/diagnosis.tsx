import { useEffect, useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import { ErrorNote } from '../error-note';
import type { DiagnosablePage, DiagnosisDeps } from './diagnosis-deps';
import { PageReport } from './page-report';

/** *Diagnose this page*: a report for maintainers that the user reads first, and hands on himself. */
export function Diagnosis({ deps }: { deps: DiagnosisDeps }) {
  const [pages, setPages] = useState<DiagnosablePage[]>();
  const [chosen, choose] = useState<number>();
  const [error, setError] = useState<ErrorData>();
  useEffect(() => {
    deps.pages().then(setPages, (thrown: unknown) => setError(toErrorData(thrown)));
  }, [deps]);
  const tabId = chosen ?? pages?.[0]?.tabId;

  return (
    <main class="diagnosis">
      <h1>{t('diagnosis_title')}</h1>
      <p class="quiet">{t('diagnosis_intro')}</p>
      {error && (
        <div class="note bad" role="alert">
          <ErrorNote error={error} />
        </div>
      )}
      {pages?.length === 0 && (
        <div class="empty">
          <h2>{t('diagnosis_no_page')}</h2>
          <p class="quiet">{t('diagnosis_no_page_help')}</p>
        </div>
      )}
      {pages && pages.length > 1 && (
        <label class="which">
          {t('diagnosis_page')}
          <select class="field" value={tabId} onChange={(event) => choose(Number(event.currentTarget.value))}>
            {pages.map((page) => (
              <option key={page.tabId} value={page.tabId}>
                {page.title || t('document_untitled')}
              </option>
            ))}
          </select>
        </label>
      )}
      {tabId !== undefined && <PageReport key={tabId} deps={deps} tabId={tabId} />}
    </main>
  );
}
