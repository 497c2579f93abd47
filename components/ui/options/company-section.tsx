import { t } from '../../i18n/t';
import { useSetting } from '../use-setting';
import { CompanyForm } from './company-form';
import { ErrorBox } from './error-box';
import { Fixed } from './fixed';
import { Line } from './line';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';
import { useAttempt } from './use-attempt';

/** The company's own deployment: its hosts, and how to add and remove them. */
export function CompanySection({ deps }: { deps: OptionsDeps }) {
  const [company] = useSetting(deps.settings.company);
  const removing = useAttempt();
  if (company === undefined) return null;
  return (
    <Section anchor="company" title={t('options_company')} intro={t('options_company_intro')}>
      {company ? (
        <Fixed setting={deps.settings.company}>
          <Line
            label={company.name}
            hint={[...company.documents, company.open, company.accounts].join(' · ')}
          >
            <button
              type="button"
              class="button"
              title={t('options_company_remove_hint')}
              aria-busy={removing.isBusy}
              onClick={() => void removing.attempt(deps.removeCompany)}
            >
              {t('options_company_remove')}
            </button>
          </Line>
          <ErrorBox error={removing.error} />
        </Fixed>
      ) : (
        <details class="way">
          <summary>{t('options_company_begin')}</summary>
          <CompanyForm addCompany={deps.addCompany} />
        </details>
      )}
    </Section>
  );
}
