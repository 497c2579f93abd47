import type { AccountStatus } from '../messaging/account-replies';
import { Icon } from './icons/icon';

/** The first letter of who is signed in, or an outline where nobody is. */
export function Avatar({ account }: { account: AccountStatus | undefined }) {
  if (!account?.signedIn) {
    return (
      <span class="avatar absent" aria-hidden="true">
        <Icon name="person" size={12} />
      </span>
    );
  }
  const initial = Array.from(account.name?.trim() ?? '')[0]?.toLocaleUpperCase();
  return (
    <span class="avatar" aria-hidden="true">
      {initial ?? <Icon name="check" size={12} />}
    </span>
  );
}
