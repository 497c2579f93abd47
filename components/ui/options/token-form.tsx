import { useId, useRef, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import type { AccountCheck } from '../../messaging/protocol';
import { ErrorNote } from '../error-note';
import { IconButton } from '../icon-button';
import { Icon } from '../icons/icon';
import { Segmented } from '../segmented';
import { useSetting } from '../use-setting';
import type { OptionsDeps } from './options-deps';

/** Where a signed-in user can have a token made: the API Explorer (API 调试台) of each brand. */
const explorers: Record<Brand, string> = {
  feishu: 'https://open.feishu.cn/api-explorer',
  lark: 'https://open.larksuite.com/api-explorer',
};

interface TokenFormProps {
  deps: OptionsDeps;
  onSignedIn: (check: AccountCheck) => void;
}

/** Signs in with a pasted token. The token leaves this form only towards the background, and is not kept here. */
export function TokenForm({ deps, onSignedIn }: TokenFormProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [remembered, setBrand] = useSetting(deps.settings.defaultBrand);
  const brand = remembered ?? deps.settings.defaultBrand.fallback;
  const [token, setToken] = useState('');
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData>();

  const signIn = async (): Promise<void> => {
    setError(undefined);
    const pasted = token.trim();
    if (pasted === '') {
      setError({ code: 'token-malformed' });
      input.current?.focus();
      return;
    }
    setBusy(true);
    try {
      const check = await deps.send('account/sign-in', { brand, token: pasted });
      if (check.signedIn) {
        setToken('');
        setShown(false);
        onSignedIn(check);
      } else {
        setError(check.error ?? { code: 'token-invalid' });
      }
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      class="token-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void signIn();
      }}
    >
      <div class="form-row">
        <span>{t('options_region')}</span>
        <Segmented
          label={t('options_region')}
          value={brand}
          onChange={(next) => void setBrand(next)}
          options={[
            { value: 'feishu', label: t('brand_feishu'), hint: 'feishu.cn' },
            { value: 'lark', label: t('brand_lark'), hint: 'larksuite.com' },
          ]}
        />
      </div>
      <label htmlFor={id}>{t('options_token')}</label>
      <div class="token-field">
        <input
          id={id}
          ref={input}
          class="field"
          {...(isShown ? { type: 'text' as const } : { type: 'password' as const })}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={16_384}
          value={token}
          aria-describedby={`${id}-hint`}
          aria-invalid={error !== undefined}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
        <IconButton
          icon={isShown ? 'eye-off' : 'eye'}
          label={t(isShown ? 'options_token_hide' : 'options_token_show')}
          onClick={() => setShown(!isShown)}
        />
      </div>
      <p class="quiet hint" id={`${id}-hint`}>
        {t('options_token_hint')}{' '}
        <a href={explorers[brand]} target="_blank" rel="noreferrer">
          {t('options_token_where')}
          <Icon name="external" size={12} />
        </a>
      </p>
      {error && (
        <div class="note bad" role="alert">
          <ErrorNote error={error} />
        </div>
      )}
      <button type="submit" class="button primary" aria-busy={isBusy}>
        {t(isBusy ? 'options_checking' : 'options_sign_in')}
      </button>
    </form>
  );
}
