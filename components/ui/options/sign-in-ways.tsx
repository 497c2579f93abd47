import { useEffect, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { t } from '../../i18n/t';
import type { AccountCheck } from '../../messaging/account-replies';
import { Segmented } from '../segmented';
import { useSetting } from '../use-setting';
import { AppForm } from './app-form';
import { BeginButton } from './begin-button';
import type { OptionsDeps } from './options-deps';
import { ScopeChoice } from './scope-choice';
import { boardScope } from './scope-words';
import { TokenForm } from './token-form';
import { usePolicy } from './use-policy';

interface SignInWaysProps {
  deps: OptionsDeps;
  onSignedIn: (check: AccountCheck) => void;
}

/** All ways in, best first. */
export function SignInWays({ deps, onSignedIn }: SignInWaysProps) {
  const [remembered, remember] = useSetting(deps.settings.defaultBrand);
  // What is open tells more than what was chosen at another time; a choice made here tells most.
  const [chosen, setChosen] = useState<Brand>();
  const brand = chosen ?? remembered ?? deps.settings.defaultBrand.fallback;
  const setBrand = async (next: Brand): Promise<void> => {
    setChosen(next);
    await remember(next);
  };
  const [deployment] = useSetting(deps.settings.company);
  const mayCreate = usePolicy(deps.readPolicy, deps)?.allowCreatingApps;
  const [scopes, setScopes] = useState<string[]>([boardScope]);
  const company = usePolicy(deps.readCompanyApp, deps);
  useEffect(() => {
    const propose = (open: Brand | undefined): void => setChosen((last) => last ?? open);
    deps.openBrand().then(propose, () => undefined);
  }, [deps]);

  return (
    <div class="ways">
      {company && (
        <div class="way best" data-way="company">
          <h3>{t('sign_in_company')}</h3>
          <p class="quiet hint">{t('sign_in_company_hint')}</p>
          <BeginButton
            deps={deps}
            request={{ way: 'device', brand: company.brand, app: company.app, scopes: company.scopes }}
            label={t('sign_in_company')}
          />
        </div>
      )}
      <div class="way choices">
        <Segmented
          label={t('options_region')}
          value={brand}
          onChange={(next) => void setBrand(next)}
          options={[
            { value: 'feishu', label: t('brand_feishu'), hint: 'feishu.cn' },
            { value: 'lark', label: t('brand_lark'), hint: 'larksuite.com' },
            ...(deployment
              ? [{ value: 'company' as const, label: deployment.name, hint: deployment.documents[0] ?? '' }]
              : []),
          ]}
        />
        <ScopeChoice scopes={scopes} onChange={setScopes} />
      </div>
      {mayCreate && (
        <div class={company ? 'way' : 'way best'} data-way="create">
          <h3>{t('sign_in_create')}</h3>
          <p class="quiet hint">{t('sign_in_create_hint')}</p>
          <BeginButton
            deps={deps}
            request={{ way: 'create', brand, scopes }}
            label={t('sign_in_create')}
            class={company ? 'button' : 'button primary'}
          />
        </div>
      )}
      <details class="way" data-way="app" onToggle={focusFirst}>
        <summary>{t('sign_in_with_app')}</summary>
        <AppForm deps={deps} brand={brand} scopes={scopes} />
      </details>
      <details class="way" data-way="token" onToggle={focusFirst}>
        <summary>{t('sign_in_paste')}</summary>
        <TokenForm deps={deps} brand={brand} onSignedIn={onSignedIn} />
      </details>
    </div>
  );
}

/** Whoever opens a way wants to paste next. */
function focusFirst({ currentTarget }: { currentTarget: HTMLDetailsElement }): void {
  if (currentTarget.open) currentTarget.querySelector<HTMLInputElement>('input.field')?.focus();
}
