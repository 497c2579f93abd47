import { useRef, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { t } from '../../i18n/t';
import type { AccountCheck } from '../../messaging/account-replies';
import { Icon } from '../icons/icon';
import { ErrorBox } from './error-box';
import type { OptionsDeps } from './options-deps';
import { SecretField } from './secret-field';
import { useAttempt } from './use-attempt';

/** Where a signed-in user can have a token made: the API Explorer (API 调试台) of each brand. */
const explorers: Partial<Record<Brand, string>> = {
  feishu: 'https://open.feishu.cn/api-explorer',
  lark: 'https://open.larksuite.com/api-explorer',
};

interface TokenFormProps {
  deps: OptionsDeps;
  brand: Brand;
  onSignedIn: (check: AccountCheck) => void;
}

/** Signs in with a pasted token. The token leaves this form only towards the background, and is not kept here. */
export function TokenForm({ deps, brand, onSignedIn }: TokenFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [token, setToken] = useState('');
  const { isBusy, error, setError, attempt } = useAttempt();

  const signIn = async (): Promise<void> => {
    const pasted = token.trim();
    if (pasted === '') {
      setError({ code: 'token-malformed' });
      input.current?.focus();
      return;
    }
    await attempt(async () => {
      const check = await deps.send('account/sign-in', { brand, token: pasted });
      setToken('');
      onSignedIn(check);
    });
  };

  return (
    <form
      class="way-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <SecretField
        label={t('options_token')}
        value={token}
        onInput={setToken}
        showLabel={t('options_token_show')}
        hideLabel={t('options_token_hide')}
        maxLength={16_384}
        isInvalid={error !== undefined}
        inputRef={input}
      />
      <p class="quiet hint">
        {t('options_token_hint')}{' '}
        {explorers[brand] && (
          <a href={explorers[brand]} target="_blank" rel="noreferrer">
            {t('options_token_where')}
            <Icon name="external" size={12} />
          </a>
        )}
      </p>
      <ErrorBox error={error} />
      <button type="submit" class="button primary" aria-busy={isBusy}>
        {t(isBusy ? 'options_checking' : 'options_sign_in')}
      </button>
    </form>
  );
}
