import { errorText } from '../../i18n/error-text';
import { t, type MessageKey } from '../../i18n/t';
import type { ScopeStatus } from '../../messaging/protocol';
import { Icon } from '../icons/icon';

/** What each permission is good for. One that is not listed is shown by its name alone. */
const purposes: Record<string, MessageKey> = {
  'board:whiteboard:node:read': 'options_scope_board',
  'docx:document:readonly': 'options_scope_docx',
  'wiki:node:read': 'options_scope_wiki',
};

const looks = {
  held: { icon: 'check', tone: 'good' },
  missing: { icon: 'warning', tone: 'bad' },
  unknown: { icon: 'question', tone: 'quiet' },
} as const;

/** Which permissions work, and where to get those that do not. */
export function ScopeList({ scopes }: { scopes: readonly ScopeStatus[] }) {
  return (
    <ul class="scopes" aria-label={t('options_scopes')}>
      {scopes.map(({ scope, state, helpUrl, error }) => {
        const purpose = purposes[scope];
        return (
          <li key={scope} class="scope" data-state={state}>
            <span class={looks[state].tone}>
              <Icon name={looks[state].icon} />
            </span>
            <div class="line-text">
              <p>
                <code>{scope}</code>
                <span class={`scope-state ${looks[state].tone}`}>{t(`options_scope_${state}`)}</span>
              </p>
              {purpose && <p class="quiet hint">{t(purpose)}</p>}
              {error && <p class="quiet hint">{errorText(error).sentence}</p>}
            </div>
            {state === 'missing' && helpUrl?.startsWith('https://') && (
              <a
                class="button"
                href={helpUrl}
                target="_blank"
                rel="noreferrer"
                aria-label={t('options_scope_grant_named', scope)}
              >
                {t('options_scope_grant')}
                <Icon name="external" />
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
