/**
 * What the table under README.md's heading *Permissions* lists in its first column: names of permissions, and
 * match patterns, in code marks.
 */
export function permissionTable(readme: string): { named: string[]; patterns: string[] } {
  const section = /\n## Permissions\n(.*?)(?:\n## |$)/s.exec(readme)?.[1] ?? '';
  const cells = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|')[1] ?? '');
  const listed = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
  return {
    named: listed.filter((one) => !one.includes('://')).toSorted(),
    patterns: listed.filter((one) => one.includes('://')).toSorted(),
  };
}
