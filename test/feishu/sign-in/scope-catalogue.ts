/** Scopes that this Feishu has heard of, and how its pages call them. */
const titles: Readonly<Record<string, string>> = {
  'board:whiteboard:node:read': 'View whiteboards',
  'docx:document': 'View and edit documents',
  'docx:document:readonly': 'View documents',
  'wiki:node:read': 'View wiki nodes',
  'wiki:node:retrieve': 'List wiki nodes',
  'wiki:wiki': 'View and edit wikis',
  'wiki:wiki:readonly': 'View wikis',
  'drive:drive': 'View, edit and manage all files in Drive',
  'drive:drive:readonly': 'View all files in Drive',
  'drive:drive.metadata:readonly': 'View titles of files in Drive',
  'contact:contact.base:readonly': 'View basic contact information',
  'im:message:send_as_bot': 'Send messages as the app',
  offline_access: 'Keep access while you are away',
};

export function isKnownScope(scope: string): boolean {
  return Object.hasOwn(titles, scope);
}

export function scopeTitle(scope: string): string {
  return titles[scope] ?? scope;
}

/** What a new app gets unless it asks for a base without anything; the real list is not known. */
export const defaultTemplate: readonly string[] = ['contact:contact.base:readonly', 'im:message:send_as_bot'];
