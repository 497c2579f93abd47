/** A row of the table under README.md's heading *Permissions*. */
export interface PermissionRow {
  /** Names of permissions, in code marks. */
  named: string[];
  /** Match patterns, in code marks. */
  patterns: string[];
  why: string;
  when: string;
  without: string;
}

/** What README.md says of permissions. */
export function permissionTable(readme: string): PermissionRow[] {
  const section = /\n## Permissions\n(.*?)(?:\n## |$)/s.exec(readme)?.[1] ?? '';
  const [, , ...lines] = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.map((line) => {
    const [, permission = '', why = '', when = '', without = ''] = line.split('|').map((cell) => cell.trim());
    const listed = [...permission.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);
    return {
      named: listed.filter((one) => !one.includes('://')),
      patterns: listed.filter((one) => one.includes('://')),
      why,
      when,
      without,
    };
  });
}
