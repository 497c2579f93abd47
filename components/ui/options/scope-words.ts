import type { MessageKey } from '../../i18n/t';

/** The one permission that saving a board needs. */
export const boardScope = 'board:whiteboard:node:read';

/** Permissions that are asked for where the user wants what they add, each with its label. */
export const furtherScopes = [
  ['docx:document:readonly', 'sign_in_reads_docx'],
  ['wiki:node:read', 'sign_in_reads_wiki'],
  ['wiki:node:retrieve', 'sign_in_reads_whole_wiki'],
] as const satisfies readonly (readonly [string, MessageKey])[];

/** What each permission is good for, and what is lost without it. One that is not listed is shown by its name alone. */
export const scopeWords: Readonly<Record<string, { purpose: MessageKey; loss: MessageKey }>> = {
  [boardScope]: { purpose: 'options_scope_board', loss: 'doctor_board_loss' },
  'docx:document:readonly': { purpose: 'options_scope_docx', loss: 'doctor_docx_loss' },
  'wiki:node:read': { purpose: 'options_scope_wiki', loss: 'doctor_wiki_loss' },
  'wiki:node:retrieve': { purpose: 'options_scope_whole_wiki', loss: 'doctor_whole_wiki_loss' },
  offline_access: { purpose: 'doctor_offline', loss: 'doctor_offline_loss' },
};

/** What to ask for, for an account that was granted these: the same again, and `more`. */
export function scopesToAsk(granted: readonly string[] | undefined, more: readonly string[] = []): string[] {
  const own = (granted ?? []).filter((scope) => Object.hasOwn(scopeWords, scope));
  return [...new Set([boardScope, ...own, ...more])].filter((scope) => scope !== 'offline_access');
}
