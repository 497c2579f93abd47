import { readFileSync } from 'node:fs';

const statement = new URL('../../PRIVACY.md', import.meta.url);

/** The hosts that PRIVACY.md names in its table of what is sent to whom. */
export function namedHosts(text = readFileSync(statement, 'utf8')): string[] {
  const section = /\n## What is sent to whom\n(.*?)(?:\n## |$)/s.exec(text)?.[1] ?? '';
  const cells = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|')[2] ?? '');
  return [...new Set(cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, host = '']) => host)))];
}

/** @throws Error naming the hosts that were asked and that PRIVACY.md does not name */
export function checkHosts(asked: Iterable<string>): void {
  const named = new Set(namedHosts());
  // Of the company's own deployment, which nobody knows before it is named.
  const isCompany = (host: string): boolean => host.endsWith('.acme-works.example');
  const strangers = [...new Set(asked)].filter((host) => !named.has(host) && !isCompany(host));
  if (strangers.length > 0) throw new Error(`asked, and not in PRIVACY.md: ${strangers.join(', ')}`);
}
