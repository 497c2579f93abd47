import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { seedSchema } from './seed-schema';
import type { Seed } from './seed';

export const demoSeedFile = new URL('./seeds/demo.json', import.meta.url);

/** @throws Error that names what is wrong in the file. */
export async function seedFrom(file: string | URL): Promise<Seed> {
  const parsed = v.safeParse(seedSchema, JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${String(file)} is no seed.\n${v.summarize(parsed.issues)}`);
  return parsed.output;
}
