import type { App, Session, User } from '../entities';
import type { SignIn } from './sign-in';
import type { TokenErrorCode } from './token-errors';

/** `a b` → `['a', 'b']`. Links to the console have commas instead of spaces. */
export function splitScopes(text: string | undefined | null, separator: ' ' | ',' = ' '): string[] {
  return (text ?? '').split(separator).filter((scope) => scope !== '');
}

/**
 * What a user has granted to an app: the latest token has all that was granted so far ("Obtain authorization
 * code"), as far as the app still has it.
 */
export function grantedScopes(app: App, user: User, signIn: SignIn, more: readonly string[] = []): string[] {
  const earlier = signIn.consents
    .filter((session) => session.app === app && session.user === user)
    .flatMap(({ scopes }) => scopes);
  return [...new Set([...earlier, ...more])].filter((scope) => app.scopes.includes(scope));
}

/** The user says yes: from now on that much is granted. */
export function consent(
  asked: { app: App; user: User; scopes: readonly string[] },
  signIn: SignIn,
  now: number,
): Session {
  const { app, user } = asked;
  const session = { app, user, scopes: grantedScopes(app, user, signIn, asked.scopes), consentedAt: now };
  signIn.consents.push(session);
  return session;
}

/** The `scope` field of the token endpoints makes a token narrower, never wider. */
export function narrowScopes(
  text: string | undefined,
  granted: readonly string[],
): string[] | Extract<TokenErrorCode, 20067 | 20068> {
  if (text === undefined || text.trim() === '') return [...granted];
  const wanted = splitScopes(text);
  if (new Set(wanted).size < wanted.length) return 20067;
  return wanted.every((scope) => granted.includes(scope)) ? wanted : 20068;
}
