/**
 * Every way in which this product can fail, and what the user can do about it. A code has exactly one sentence
 * (`error_<code>`) and one way out (`error_<code>_help`) in every language; `architecture.test.ts` holds that. What starts
 * with the browser needs the codes alone, by type; this table is loaded by whoever shows an error.
 */

/** What the one button beside an error does. `none`: the sentence says it all. */
export type Remedy = 'retry' | 'sign-in' | 'grant' | 'reload-page' | 'allow-hosts' | 'open-document' | 'none';

/** The codes, each with its remedy. */
export const errorRemedies = {
  // The page
  'page-not-document': 'open-document',
  'page-kind-unsupported': 'open-document',
  'page-unreachable': 'reload-page',
  'hosts-not-allowed': 'allow-hosts',
  'company-hosts-missing': 'sign-in',
  'company-host-invalid': 'none',
  'switched-off': 'none',
  'board-not-on-page': 'retry',
  'no-board-in-view': 'none',
  'board-token-unknown': 'grant',
  'list-maybe-incomplete': 'retry',
  'list-late': 'retry',
  'synced-copy-unreadable': 'none',

  // The account
  'not-signed-in': 'sign-in',
  'token-malformed': 'sign-in',
  'token-missing': 'sign-in',
  'token-invalid': 'sign-in',
  'token-expired': 'sign-in',
  'app-scope-missing': 'grant',
  'user-scope-missing': 'grant',
  'app-disabled': 'none',
  'app-not-installed': 'none',
  'app-credentials-wrong': 'sign-in',
  'app-missing': 'sign-in',
  'app-secret-wrong': 'sign-in',
  'app-credentials-malformed': 'sign-in',
  'app-not-for-user': 'none',
  'app-may-not-refresh': 'sign-in',
  'user-unknown': 'sign-in',
  'user-inactive': 'none',
  'address-not-allowed': 'none',
  'quota-used-up': 'none',

  // Signing in, and staying so. `sign-in-again`: what waits for it can go on after a new sign-in.
  'sign-in-again': 'sign-in',
  'sign-in-denied': 'sign-in',
  'sign-in-expired': 'sign-in',
  'sign-in-code-invalid': 'sign-in',
  'sign-in-mismatch': 'sign-in',
  'sign-in-interrupted': 'sign-in',
  'sign-in-window-closed': 'sign-in',
  'sign-in-rejected': 'sign-in',
  'redirect-not-registered': 'sign-in',
  'identity-denied': 'sign-in',

  // Boards, documents and wiki nodes, as the Open API names them
  'board-id-invalid': 'none',
  'board-request-invalid': 'none',
  'board-missing': 'retry',
  'board-auth-failed': 'sign-in',
  'board-forbidden': 'none',
  'document-id-invalid': 'open-document',
  'document-missing': 'open-document',
  'document-deleted': 'open-document',
  'document-forbidden': 'none',
  'wiki-node-invalid': 'open-document',
  'wiki-node-missing': 'open-document',
  'wiki-node-forbidden': 'none',
  'wiki-node-not-document': 'open-document',

  // The way to the server and back
  'rate-limited': 'retry',
  'server-error': 'retry',
  'network-failed': 'retry',
  'timed-out': 'retry',
  'response-cut-short': 'retry',
  'list-cut-short': 'retry',
  'response-not-image': 'retry',
  'response-too-large': 'none',
  'response-unreadable': 'retry',
  'endpoint-missing': 'none',
  'api-error-unknown': 'retry',
  cancelled: 'none',

  // Pictures, storage, files, clipboard
  'image-undecodable': 'retry',
  'image-too-large-to-convert': 'none',
  'image-unsafe': 'none',
  'image-encoding-failed': 'none',
  'vector-missing': 'none',
  'storage-full': 'none',
  'storage-failed': 'retry',
  'download-disk-full': 'retry',
  'download-denied': 'retry',
  'download-cancelled': 'retry',
  'download-failed': 'retry',
  'download-asks-for-each': 'none',
  'clipboard-denied': 'retry',
  'clipboard-unfocused': 'retry',
  'image-too-large-to-copy': 'none',
  'too-many-to-copy': 'none',
  'job-missing': 'none',
  'wiki-without-boards': 'none',

  // This extension itself
  'extension-updated': 'reload-page',
  'message-invalid': 'none',
  'settings-file-invalid': 'none',
  'settings-file-newer': 'none',
  unexpected: 'retry',
} as const satisfies Record<string, Remedy>;

/** Whether `value` names one of our codes. */
export function isErrorCode(value: unknown): value is keyof typeof errorRemedies {
  return typeof value === 'string' && Object.hasOwn(errorRemedies, value);
}
