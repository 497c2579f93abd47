import { t } from '../../i18n/t';
import { boardScope, furtherScopes } from './scope-words';

interface ScopeChoiceProps {
  scopes: readonly string[];
  onChange: (scopes: string[]) => void;
}

/** What a sign-in asks for. One permission saves boards; each further one is the user's choice. */
export function ScopeChoice({ scopes, onChange }: ScopeChoiceProps) {
  return (
    <fieldset class="scope-choice">
      <legend class="visually-hidden">{t('sign_in_reads')}</legend>
      <label>
        <input type="checkbox" checked disabled />
        {t('sign_in_reads_board')}
      </label>
      {furtherScopes.map(([scope, label]) => (
        <label key={scope} title={scope}>
          <input
            type="checkbox"
            value={scope}
            checked={scopes.includes(scope)}
            onChange={(event) => {
              const further = furtherScopes
                .map(([each]) => each)
                .filter((each) => (each === scope ? event.currentTarget.checked : scopes.includes(each)));
              onChange([boardScope, ...further]);
            }}
          />
          {t(label)}
        </label>
      ))}
    </fieldset>
  );
}
