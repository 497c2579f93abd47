import type { Account } from './account';

export interface KeepAccountsDeps {
  /** Whether accounts are to be forgotten when the browser closes. */
  setting: { get(): Promise<boolean>; watch(onChange: (forget: boolean) => void): unknown };
  accounts: { list(): Promise<Pick<Account, 'forget'>[]> };
  /** Has all accounts lie where they are forgotten, or where they are not. */
  keep: (forget: boolean) => Promise<unknown>;
  /** Calls back each time the browser has started. */
  onBrowserStart: (listener: () => void) => void;
}

/**
 * Has accounts lie where *Forget my sign-in when the browser closes* says, whoever has said so: the user, a file of
 * settings, or an administrator, who may have done so while the browser was closed.
 */
export function keepAccountsAsSet({ setting, accounts, keep, onBrowserStart }: KeepAccountsDeps): void {
  const follow = async (forget: boolean): Promise<void> => {
    const signedIn = await accounts.list();
    if (signedIn.some((account) => (account.forget ?? false) !== forget)) await keep(forget);
  };
  setting.watch((forget) => void follow(forget));
  onBrowserStart(() => void setting.get().then(follow));
}
