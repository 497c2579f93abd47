import { useState } from 'preact/hooks';
import { AppError } from '../../errors';
import { t } from '../../i18n/t';
import { companyOf, type CompanyFields } from './company-of';
import { ErrorBox } from './error-box';
import type { OptionsDeps } from './options-deps';
import { useAttempt } from './use-attempt';

const fields = [
  ['name', 'options_company_name', undefined],
  ['documents', 'options_company_documents', 'options_company_documents_hint'],
  ['open', 'options_company_open', 'options_company_service_hint'],
  ['accounts', 'options_company_accounts', undefined],
] as const;

const examples: CompanyFields = {
  name: '',
  documents: 'docs.example.com',
  open: 'open.example.com',
  accounts: 'accounts.example.com',
};

/** Adds a company's own deployment. */
export function CompanyForm({ addCompany }: Pick<OptionsDeps, 'addCompany'>) {
  const [typed, setTyped] = useState<CompanyFields>({ name: '', documents: '', open: '', accounts: '' });
  const { error, isBusy, attempt } = useAttempt();

  const add = (): void => {
    const company = companyOf(typed);
    // Asked in the click's own tick: browsers take it for the user's wish only then.
    const added = company ? addCompany(company) : Promise.reject(new AppError('company-host-invalid'));
    void attempt(async () => {
      if (!(await added)) throw new AppError('hosts-not-allowed');
    });
  };

  return (
    <form
      class="way-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {fields.map(([name, label, hint]) => (
        <label key={name}>
          {t(label)}
          <input
            class="field"
            name={name}
            type="text"
            autocapitalize="off"
            spellcheck={false}
            maxLength={name === 'name' ? 60 : 1000}
            placeholder={examples[name]}
            value={typed[name]}
            onInput={({ currentTarget: { value } }) => setTyped((last) => ({ ...last, [name]: value }))}
          />
          {hint && <span class="quiet hint">{t(hint)}</span>}
        </label>
      ))}
      <ErrorBox error={error} />
      <button type="submit" class="button primary" aria-busy={isBusy}>
        {t('options_company_add')}
      </button>
    </form>
  );
}
