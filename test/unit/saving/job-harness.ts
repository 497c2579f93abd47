import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, vi } from 'vitest';
import type { ErrorCode } from '../../../components/errors';
import type { Job } from '../../../components/saving/job';
import type { JobRunner } from '../../../components/saving/job-runner';
import { createJobWorld, jobInput, type JobWorld, tally } from './job-world';

vi.setConfig({ testTimeout: 30_000 });

/** What the tests of the job runner share: a world and a runner in it, made anew by `startAnew` before each test. */
export let world: JobWorld;
export let runner: JobRunner;

export function startAnew(): void {
  globalThis.indexedDB = new IDBFactory();
  world = createJobWorld();
  runner = world.start();
}

const downloadsFolder = '/home/me/Downloads';

export async function find(id: string, from = runner): Promise<Job> {
  const job = (await from.list()).find((each) => each.id === id);
  if (job === undefined) throw new Error('no such job');
  return job;
}

/** Has the server answer so for the boards from one number to another. */
export function answerWith(answer: ErrorCode | 'never', from: number, to: number): void {
  for (let number = from; number <= to; number += 1) world.answers.set(`wb${number}`, answer);
}

/** Starts a job of so many boards, of which the first two come and the others never do. */
export async function startStuck(count: number): Promise<string> {
  answerWith('never', 3, count);
  const id = await runner.start(jobInput(count));
  await eventually(async () => expect(tally(await find(id))).toContain('stored 2'));
  return id;
}

/** The next life of a worker that was killed, awake. */
export async function nextLife(): Promise<JobRunner> {
  const next = world.start();
  await next.wake();
  return next;
}

/** Waits as long as a slow machine may need. */
export const eventually = (check: () => unknown): Promise<unknown> =>
  vi.waitFor(check, { timeout: 20_000, interval: 10 });

/** The job as soon as it is in this state, in memory and on disk. */
export async function until(id: string, state: Job['state'], from = runner): Promise<Job> {
  await eventually(async () => expect((await find(id, from)).state).toBe(state));
  await eventually(async () =>
    expect((await world.jobs.list()).find((job) => job.id === id)?.state).toBe(state),
  );
  return find(id, from);
}

/** The files on disk, as paths below the downloads folder. */
export const files = (): string[] =>
  [...world.downloads.files.keys()].map((path) => path.replace(`${downloadsFolder}/`, '')).sort();
export const pictures = (): string[] => files().filter((name) => name.endsWith('.svg'));

const onDisk = (path: string): Blob => world.downloads.files.get(`${downloadsFolder}/${path}`) ?? new Blob();

/** The files that a report tells of. */
export async function reported(path: string): Promise<(string | undefined)[]> {
  const report = JSON.parse(await onDisk(path).text()) as { boards: { file?: string }[] };
  return report.boards.map(({ file }) => file);
}

/** The pictures that a contact sheet shows. */
export async function shown(path: string): Promise<string[]> {
  const sources = (await onDisk(path).text()).matchAll(/ src="([^"]*)"/g);
  return [...sources].map(([, source = '']) => decodeURIComponent(source));
}

/** The names in an archive, from its central directory. */
export async function namesIn(path: string): Promise<string[]> {
  const zip = Buffer.from(await onDisk(path).arrayBuffer());
  const names: string[] = [];
  for (let at = zip.readUInt32LE(zip.length - 6); zip.readUInt32LE(at) === 0x02014b50;) {
    const length = zip.readUInt16LE(at + 28);
    names.push(zip.subarray(at + 46, at + 46 + length).toString());
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

export const threeFiles = ['Road_map/1 Flow.svg', 'Road_map/2 Flow.svg', 'Road_map/3 Flow.svg'];
export const extras = ['Road_map/index.html', 'Road_map/report.json'];
