import type { ErrorCode, ErrorData, ErrorDetails } from '../errors';
import { formatDuration } from './format-time';
import { t } from './t';

/** A failure in the user's language. */
export interface ErrorText {
  /** What is wrong, in one sentence. */
  sentence: string;
  /** The way out, in one sentence. */
  help: string;
  /** The Open API's log id, for its support. */
  logId?: string;
  /** Where the missing permission is granted: always an https address. */
  helpUrl?: string;
}

type Underscored<Code extends string> = Code extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Code;
// A code without its messages in `en` fails to compile where `t` is called with it.
type SentenceKey = `error_${Underscored<ErrorCode>}`;

/** The words for `error`. Every code has its sentence and its way out in every locale file. */
export function errorText({ code, details = {} }: ErrorData): ErrorText {
  const asked = `error_${code.replaceAll('-', '_')}` as SentenceKey;
  const substitutions = substitutionsFrom(details);
  // A key comes back for what there are no words for: a record may hold a code of another version.
  const sentence = t(asked, substitutions) === asked ? 'error_unexpected' : asked;
  return {
    sentence: t(sentence, substitutions),
    help: t(`${sentence}_help`, substitutions),
    ...(details.logId ? { logId: details.logId } : {}),
    ...(details.helpUrl?.startsWith('https://') ? { helpUrl: details.helpUrl } : {}),
  };
}

/** `$1` scopes, `$2` code, `$3` time to wait: the same for every error, so that a message may use any. */
function substitutionsFrom({ scopes, apiCode, status, retryAfterMs }: ErrorDetails): string[] {
  return [
    scopes?.length ? scopes.join(', ') : t('scope_not_named'),
    // Not `formatNumber`: 2,890,003 cannot be looked up.
    String(apiCode ?? status ?? t('code_not_named')),
    retryAfterMs === undefined ? t('a_moment') : formatDuration(retryAfterMs),
  ];
}
