import type { App, User } from '../entities';
import type { TokenErrorCode } from './token-errors';

/** Whether this user may have tokens of this app now. */
export function checkUser(app: App, user: User): Extract<TokenErrorCode, 20008 | 20010 | 20066> | undefined {
  if (user.state === 'gone') return 20008;
  if (user.state === 'frozen') return 20066;
  const isOutside =
    app.kind === 'custom' ? user.tenant !== app.tenant : user.tenant.brand !== app.tenant.brand;
  const isAvailable = app.availableTo.includes('*') || app.availableTo.includes(user.id);
  return isOutside || !isAvailable ? 20010 : undefined;
}
