import type { ErrorCode } from './errors';

/**
 * The failures of the way to the server and back, by what they say of whether asking again may help. Whoever has to
 * decide that takes one of these lists, and says of each code beyond it why: a new code belongs in one of them.
 */

/** No reply came, or no whole one: what the server would have said is not known. */
export const lostOnTheWay = [
  'network-failed',
  'timed-out',
  'response-cut-short',
] as const satisfies readonly ErrorCode[];

/** The server was in trouble, or asked for time: nothing is said of what it was asked for. */
export const serverTroubles = [
  'rate-limited',
  'server-error',
  'response-unreadable',
] as const satisfies readonly ErrorCode[];

/** The server has said something else than it was asked for: whether that passes depends on what it was. */
export const otherAnswers = [
  'list-cut-short',
  'response-not-image',
  'response-too-large',
  'endpoint-missing',
  'api-error-unknown',
] as const satisfies readonly ErrorCode[];
