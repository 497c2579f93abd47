import { readdir } from 'node:fs/promises';
import type { Figure } from './figure';

const folder = new URL('figures/', import.meta.url);

/** All figures, in the order of their names, or those that are named. Throws for a name that there is none of. */
export async function findFigures(wanted: readonly string[]): Promise<Figure[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).toSorted();
  const names = files.map((file) => file.slice(0, -'.ts'.length));
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new Error(`No such figure: ${missing.join(', ')}. There are ${names.join(', ')}.`);
  return Promise.all(names.filter((name) => wanted.length === 0 || wanted.includes(name)).map(load));
}

async function load(name: string): Promise<Figure> {
  const { figure }: { figure: Figure } = await import(new URL(`${name}.ts`, folder).href);
  if (figure.name !== name) throw new Error(`figures/${name}.ts measures ${figure.name}`);
  return figure;
}
