import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { tCount } from '../../i18n/t-count';
import type { AccountStatus } from '../../messaging/account-replies';
import type { BoardList } from '../../messaging/protocol';
import { Avatar } from '../avatar';
import { IconButton } from '../icon-button';
import { usePopup } from './popup-context';

/** The document's title, how many boards it has, who is signed in, and the ways to the diagnosis and the settings. */
export function PopupHeader({ list }: { list: BoardList | undefined }) {
  const { deps } = usePopup();
  const accounts = useAccounts(list?.problem?.code);
  const account = accounts?.find(({ brand }) => brand === list?.brand);
  const title = list ? list.title || t('document_untitled') : t('extension_short_name');
  return (
    <header class="header">
      <div class="header-text">
        <h1 dir="auto" title={title}>
          {title}
        </h1>
        {list && list.rows.length > 0 && (
          <p class="quiet">
            {tCount('popup_boards', list.rows.length)}
            {!list.settled && ` · ${t('popup_checking')}`}
          </p>
        )}
      </div>
      {deps.sidePanel && (
        <IconButton icon="panel" label={t('panel_open')} onClick={() => void deps.sidePanel?.open()} />
      )}
      {list && accounts && (
        <button
          type="button"
          class="button icon-only"
          title={accountLabel(list, account)}
          aria-label={accountLabel(list, account)}
          onClick={() => deps.openOptions(list.brand)}
        >
          <Avatar account={account} />
        </button>
      )}
      <IconButton icon="pulse" label={t('diagnosis_title')} onClick={() => void deps.diagnose()} />
      <IconButton icon="settings" label={t('settings')} onClick={() => deps.openOptions()} />
    </header>
  );
}

function accountLabel({ brand }: BoardList, account: AccountStatus | undefined): string {
  const brandName = t(`brand_${brand}`);
  if (!account?.signedIn) return t('account_signed_out', brandName);
  return account.name
    ? t('account_signed_in_as', [brandName, account.name])
    : t('account_signed_in', brandName);
}

/** Who is signed in; asked again when `reason` changes. Undefined until it is known. */
function useAccounts(reason: string | undefined): AccountStatus[] | undefined {
  const { deps } = usePopup();
  const [accounts, setAccounts] = useState<AccountStatus[]>();
  useEffect(() => {
    let isCurrent = true;
    deps.send('account/status').then(
      (reply) => isCurrent && setAccounts(reply),
      () => {}, // A mark that is missing says less than a wrong one; the list names the problem itself.
    );
    return () => {
      isCurrent = false;
    };
  }, [deps, reason]);
  return accounts;
}
