import { useEffect, useRef, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { AppError } from '../../errors';
import { t } from '../../i18n/t';
import { CopyField } from './copy-field';
import { ErrorBox } from './error-box';
import type { OptionsDeps } from './options-deps';
import { SecretField } from './secret-field';
import { useAttempt } from './use-attempt';

/** How app ids begin. */
const idExample = 'cli_…';

interface AppFormProps {
  deps: OptionsDeps;
  brand: Brand;
  scopes: string[];
}

/** Signs in with an app that the user has: on a page that opens, or by redirect where that page does not work. */
export function AppForm({ deps, brand, scopes }: AppFormProps) {
  const secretField = useRef<HTMLInputElement>(null);
  const [id, setId] = useState('');
  const [secret, setSecret] = useState('');
  const [redirectUrl, setRedirectUrl] = useState('');
  const { isBusy, error, attempt } = useAttempt();
  useEffect(() => void deps.redirectUrl().then(setRedirectUrl, () => undefined), [deps]);

  const begin = async (way: 'device' | 'redirect'): Promise<void> => {
    const app = { id: id.trim(), secret: secret.trim() };
    // Asked in the click's own tick: browsers take it for the user's wish only then.
    const allowed = way === 'redirect' ? deps.allowIdentity() : Promise.resolve(true);
    const isBegun = await attempt(async () => {
      if (!app.id || !app.secret) throw new AppError('app-credentials-malformed');
      if (!(await allowed)) throw new AppError('identity-denied');
      await deps.send('sign-in/begin', { way, brand, app, scopes });
    });
    if (isBegun) setSecret('');
  };

  return (
    <form
      class="way-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void begin('device');
      }}
    >
      <p class="quiet hint">{t('sign_in_with_app_hint')}</p>
      <label>
        {t('sign_in_app_id')}
        <input
          class="field"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={64}
          placeholder={idExample}
          value={id}
          onInput={(event) => {
            const { value } = event.currentTarget;
            setId(value);
            // A whole id was pasted: the secret is next.
            if (/^\s*cli_\w{3,}\s*$/.test(value) && id === '') secretField.current?.focus();
          }}
        />
      </label>
      <SecretField
        label={t('sign_in_app_secret')}
        value={secret}
        onInput={setSecret}
        showLabel={t('sign_in_secret_show')}
        hideLabel={t('sign_in_secret_hide')}
        maxLength={256}
        isInvalid={error !== undefined}
        inputRef={secretField}
      />
      <ErrorBox error={error} />
      <button type="submit" class="button primary" aria-busy={isBusy}>
        {t(isBusy ? 'sign_in_starting' : 'sign_in_go')}
      </button>
      <div class="redirect">
        <p class="quiet hint">{t('sign_in_redirect_hint')}</p>
        <CopyField text={redirectUrl} name={t('sign_in_redirect_url')} copy={deps.copyText} />
        <button type="button" class="button" onClick={() => void begin('redirect')}>
          {t('sign_in_redirect')}
        </button>
      </div>
    </form>
  );
}
