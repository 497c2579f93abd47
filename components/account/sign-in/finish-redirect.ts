import { AppError } from '../../errors';
import type { Attempt } from './attempt';
import { failed, identifying, runSignIn } from './run-sign-in';
import type { SignInDeps } from './sign-in-deps';

/** Where the browser came back to, or why it did not. */
export type RedirectAnswer = { url: string } | { failure: 'sign-in-window-closed' | 'sign-in-interrupted' };

/** Goes on with a redirect flow when its window has come back: the answer has to be the one to our own question. */
export async function finishRedirect(deps: SignInDeps, answer: RedirectAnswer): Promise<void> {
  const { attempts, changed } = deps;
  const current = await attempts.get();
  if (current?.way !== 'redirect' || current.step !== 'authorizing') return;
  const next = await exchange(deps, current, answer).catch((thrown: unknown) => failed(current, thrown));
  if (!(await attempts.save(next))) return;
  changed();
  await runSignIn(deps);
}

async function exchange(
  { client, clock }: SignInDeps,
  current: Attempt,
  answer: RedirectAnswer,
): Promise<Attempt> {
  if ('failure' in answer) throw new AppError(answer.failure);
  const { brand, hosts, app, redirectUri = '', scopes, verifier } = current;
  const query = URL.canParse(answer.url) ? new URL(answer.url).searchParams : new URLSearchParams();
  const isOurs = current.state !== undefined && query.get('state') === current.state;
  if (!isOurs || !answer.url.startsWith(redirectUri) || !verifier || !app) {
    throw new AppError('sign-in-mismatch');
  }
  const code = query.get('code');
  if (!code)
    throw new AppError(query.get('error') === 'access_denied' ? 'sign-in-denied' : 'sign-in-rejected');
  const receivedAt = clock.now();
  const grant = await client.exchangeCode({ brand, hosts, app }, { code, redirectUri, verifier, scopes });
  return identifying(current, { ...grant, receivedAt });
}
