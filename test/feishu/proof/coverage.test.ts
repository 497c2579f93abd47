import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { coverage } from '../coverage';
import { apiRoutes } from '../open-api';
import { siteRoutes } from '../site';

const folder = new URL('./', import.meta.url);

async function titles(): Promise<Set<string>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.test.ts'));
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  const found = texts.flatMap((text) => [
    ...text.matchAll(/(?:\bit|\](?: as const)?\)|\.each\(\w+\))\(\s*'([^']+)'/g),
  ]);
  return new Set(found.map((match) => match[1] ?? ''));
}

describe('the table of coverage', () => {
  it('names a proof that exists in every row', async () => {
    const known = await titles();
    expect(known.size).toBeGreaterThan(40);
    expect(coverage.map(({ proof }) => proof).filter((proof) => !known.has(proof))).toEqual([]);
  });

  it('has a row for every route, and no route that does not exist', () => {
    const all = [...apiRoutes, ...siteRoutes].map(({ method, path }) => `${method} ${path}`);
    const covered = new Set(coverage.flatMap(({ route }) => route ?? []));
    expect(covered).toEqual(new Set(all));
  });
});
