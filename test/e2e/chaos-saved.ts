import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { testZip, zipFile, zipNames, zipPictures } from '../browser/read-zip';

interface Report {
  boards: { id: string; file?: string; bytes?: number; sha256?: string; error?: { code: string } }[];
}

/** What a job has left on disk. */
export interface Saved {
  report: Report;
  /** Names of the pictures, in the order of the document. */
  names: string[];
  /** Their bytes, one after the other. */
  pictures: Buffer;
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

/** Reads a ZIP, and fails where there is anything else, or what other programs find wrong with it. */
export async function readSavedZip(downloads: string): Promise<Saved> {
  expect(await readdir(downloads)).toEqual(['Chaos.zip']);
  const zip = join(downloads, 'Chaos.zip');
  await testZip(zip);
  return {
    report: JSON.parse((await zipFile(zip, 'Chaos/report.json')).toString()) as Report,
    names: (await zipNames(zip)).slice(0, -2),
    pictures: await zipPictures(zip),
  };
}

/** Reads single files, and fails where there is anything else. */
export async function readSavedFiles(downloads: string): Promise<Saved> {
  expect(await readdir(downloads)).toEqual(['Chaos']);
  const folder = join(downloads, 'Chaos');
  const all = (await readdir(folder)).toSorted(byNumber);
  expect(all.slice(-2)).toEqual(['index.html', 'report.json']);
  const names = all.slice(0, -2);
  return {
    report: JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as Report,
    names,
    pictures: Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name))))),
  };
}
