import { AppError, toAppError, toErrorData, type ErrorCode } from '../../errors';
import type { AppCredentials, Polled } from '../../feishu/accounts-client';
import type { Registered } from '../../feishu/sign-in-schemas';
import { lostOnTheWay, serverTroubles } from '../../way-failures';
import { completeSignIn } from './complete-sign-in';
import { isUnderWay, type Attempt } from './attempt';
import { authorizeDevice } from './begin-sign-in';
import type { SignInDeps } from './sign-in-deps';

/**
 * Failures that end nothing before the user's time is over. A host that has no such endpoint, or answers with something
 * else altogether, is said at once: somebody sits there and waits.
 */
const pollsOn: ReadonlySet<ErrorCode> = new Set<ErrorCode>([...lostOnTheWay, ...serverTroubles]);

/** RFC 8628, section 3.5: what `slow_down` adds, and the most that is waited between two questions. */
const slowDownMs = 5000;
const longestIntervalMs = 60_000;

/** How long is tried to find out whose tokens these are, in ms. */
const identifyForMs = 5 * 60_000;

/**
 * Goes on with the sign-in that lies on disk until it is done, has failed or was cancelled. Each step is on disk
 * before the next one begins, so that whoever comes after a sudden end takes it up where it was. A redirect is not
 * waited for here: see `finishRedirect`. Never rejects but for the storage's sake.
 */
export async function runSignIn(deps: SignInDeps): Promise<void> {
  const { attempts, changed } = deps;
  for (let current = await attempts.get(); current && isUnderWay(current);) {
    if (current.way === 'redirect' && current.step === 'authorizing') return;
    const next: Attempt = await step(deps, current);
    if (await attempts.save(next)) {
      if (next.step !== current.step || next.pageUrl !== current.pageUrl) changed();
      current = next;
    } else {
      // It was cancelled, or another one has begun meanwhile.
      current = await attempts.get();
    }
  }
}

async function step(deps: SignInDeps, current: Attempt): Promise<Attempt> {
  const { clock } = deps;
  try {
    if (current.step === 'identifying') return await completeSignIn(deps, current);
    if (hasNewApp(current)) return { ...current, ...(await authorizeDevice(deps, current, current.app)) };
    if (clock.now() >= current.expiresAt) throw new AppError('sign-in-expired');
    await clock.sleep(current.intervalMs);
    // It may have been cancelled meanwhile: then nobody is asked any more.
    if ((await deps.attempts.get())?.id !== current.id) return current;
    return await poll(deps, current);
  } catch (thrown) {
    const { code } = toAppError(thrown);
    if (pollsOn.has(code) && clock.now() < current.expiresAt) {
      const intervalMs = Math.max(1000, current.intervalMs);
      if (current.step === 'identifying' || hasNewApp(current)) await clock.sleep(intervalMs);
      return current;
    }
    return failed(current, thrown);
  }
}

/** What is left of an attempt that came to nothing. Its app is kept: a new one need not be made for the next. */
export function failed(current: Attempt, thrown: unknown): Attempt {
  const { id, way, brand, hosts, scopes, forget, expiresAt, intervalMs, app, redirectUri } = current;
  const { code, details = {} } = toErrorData(thrown);
  const error = { code, details: { ...details, scopes: details.scopes && [...details.scopes] } };
  const kept = { id, way, brand, hosts, scopes, forget, expiresAt, intervalMs, app, redirectUri };
  return { ...kept, step: 'failed', error };
}

async function poll(deps: SignInDeps, current: Attempt): Promise<Attempt> {
  const { client, clock } = deps;
  const { brand, hosts, app, deviceCode = '' } = current;
  if (current.step === 'registering') {
    const answer = await client.pollRegistration(current, deviceCode);
    return answer.state === 'done' ? takeApp(current, answer.value) : wait(current, answer);
  }
  if (!app) throw new AppError('sign-in-code-invalid');
  const receivedAt = clock.now();
  const answer = await client.pollDevice({ brand, hosts, app }, deviceCode);
  if (answer.state !== 'done') return wait(current, answer);
  return identifying(current, { ...answer.value, receivedAt });
}

/** There are tokens: their like will not be given again, so they go to disk before anything else is asked. */
export function identifying(current: Attempt, grant: NonNullable<Attempt['grant']>): Attempt {
  const expiresAt = grant.receivedAt + identifyForMs;
  return { ...current, step: 'identifying', grant, expiresAt, pageUrl: undefined, userCode: undefined };
}

function wait(current: Attempt, { state }: Polled<unknown>): Attempt {
  if (state !== 'slow-down') return current;
  return { ...current, intervalMs: Math.min(longestIntervalMs, current.intervalMs + slowDownMs) };
}

/** The app is there. Where its tenant is one of the other brand, that brand's host has its secret. A company has one host. */
function takeApp(current: Attempt, app: Registered): Attempt {
  if (app.brand && app.brand !== current.brand && current.brand !== 'company')
    return { ...current, brand: app.brand };
  if (app.secret === '') throw new AppError('response-unreadable');
  return { ...current, app: { id: app.id, secret: app.secret } };
}

/** An app may be given out but once: it goes to disk before the user is asked to sign in with it. */
function hasNewApp(current: Attempt): current is Attempt & { app: AppCredentials } {
  return current.step === 'registering' && current.app !== undefined;
}
