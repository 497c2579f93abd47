import type { ErrorCode, ErrorData } from '../errors';
import { lostOnTheWay, serverTroubles } from '../way-failures';

/** Failures that all other boards would meet as well: they are not asked for any more. */
export const metByAll: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'app-scope-missing',
  'user-scope-missing',
  'app-disabled',
  'app-not-installed',
  'address-not-allowed',
  'quota-used-up',
  'storage-full',
]);

/** Failures after which a board is asked for again: they may be gone the next time. */
const triedAgain: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...lostOnTheWay,
  ...serverTroubles,
  // A page of the server's own trouble, where the picture should be.
  'response-not-image',
  // The databases are closed under a worker that is still at work, as they are when the browser ends.
  'storage-failed',
]);

/** How often a board is asked for and fails, each time by a client that tries several times itself. */
const mostTries = 3;

/**
 * Whether a job that waits for this goes on by itself: when the network is back, or in the next life of a worker whose
 * databases were closed under it, as they are when the browser ends.
 */
export function goesOnByItself(error: ErrorData | undefined): boolean {
  return error?.code === 'network-failed' || error?.code === 'timed-out' || error?.code === 'storage-failed';
}

/**
 * What follows for a board. `outage`: the whole job waits, and that was nobody's try · `cut-off`: the whole job waits
 * · `again`: it is asked for once more · `never`: it has failed.
 */
export type AfterFailure = 'outage' | 'cut-off' | 'again' | 'never';

/** What is known when a board has failed. */
export interface FailureFacts {
  error: ErrorData;
  /** How often it was tried, with this time. */
  tries: number;
  /** Whether any picture has come since it was asked for. */
  hasOtherCome: boolean;
  /** Whether there is something that all boards would meet: see `metByAll`. */
  isHopeless: boolean;
  /** Whether there is any network, as far as the browser knows. */
  isOnline: () => boolean;
  /** Whether the server answers: the browser may take for a network what leads nowhere. Asked only where it matters. */
  isReachable: () => Promise<boolean>;
}

/** What follows from a failure for its board, and for the job. */
export async function afterFailure(facts: FailureFacts): Promise<AfterFailure> {
  const { error, tries, hasOtherCome, isHopeless, isOnline, isReachable } = facts;
  if (!triedAgain.has(error.code)) return 'never';
  const mayWait = goesOnByItself(error);
  // A disk that fails does so for all, whatever still comes.
  const isAlone = hasOtherCome && error.code !== 'storage-failed';
  if (mayWait && (!isOnline() || (!isAlone && !(await isReachable())))) return 'outage';
  if (tries >= mostTries) return 'never';
  if (mayWait && !isAlone) return 'cut-off';
  return isHopeless ? 'never' : 'again';
}
