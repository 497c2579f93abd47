import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../components/saving/job';
import { type JobNaming, planJob } from '../../../components/saving/plan-job';
import { sampleJob, savedPicture } from './sample-job';

const naming: JobNaming = { one: '{doc} - {name}', name: '{n} {name}', folder: '{doc}', partBytes: 0 };
/** With a picture for each board. */
const plan = (job: Job, changes: Partial<JobNaming> = {}) =>
  planJob(
    job,
    job.items.map(() => savedPicture('').image),
    { ...naming, ...changes },
  );
const ofSizes = (...sizes: number[]): Job => sampleJob(sizes.map((bytes) => ({ bytes })));

describe('the plan of a job with a limit for archives', () => {
  it('has one archive where all of it fits, or there is no limit', () => {
    const job = ofSizes(40_000, 40_000);
    expect(plan(job, { partBytes: 100_000 })).toMatchObject({ files: ['Roadmap.zip'], items: [0, 0] });
    expect(plan(job)).toMatchObject({ files: ['Roadmap.zip'], items: [0, 0] });
  });

  it('begins another archive where the next board would be too much, in the order of the document', () => {
    expect(plan(ofSizes(60_000, 30_000, 20_000, 90_000, 1000), { partBytes: 100_000 })).toMatchObject({
      files: ['Roadmap.part1.zip', 'Roadmap.part2.zip', 'Roadmap.part3.zip'],
      items: [0, 0, 1, 2, 2],
    });
  });

  it('numbers its archives whatever is cut off of a long title', () => {
    const job = { ...ofSizes(60_000, 60_000), documentTitle: '结算系统设计评审会议纪要'.repeat(4) };
    expect(plan(job, { partBytes: 100_000 }).files).toEqual([
      expect.stringMatching(/\.part1\.zip$/),
      expect.stringMatching(/\.part2\.zip$/),
    ]);
  });

  it('gives a board that is too large an archive of its own', () => {
    expect(plan(ofSizes(1000, 500_000, 1000), { partBytes: 100_000 }).items).toEqual([0, 1, 2]);
  });

  it('counts no board that has no picture', () => {
    const job = sampleJob([{ bytes: 60_000 }, { bytes: 60_000, state: 'failed' }, { bytes: 30_000 }]);
    expect(plan(job, { partBytes: 100_000 })).toMatchObject({
      files: ['Roadmap.zip'],
      items: [0, undefined, 0],
    });
  });

  it('puts nothing more into an archive that is written, whatever has gone from the store since', () => {
    const saved = { bytes: 60_000, state: 'saved' as const };
    const job = sampleJob([saved, saved, { bytes: 10_000 }]);
    const known = [undefined, undefined, savedPicture('').image];
    expect(planJob(job, known, { ...naming, partBytes: 100_000 }).items).toEqual([0, 1, 2]);
  });

  it('never splits the files of a folder', () => {
    const job = { ...ofSizes(60_000, 60_000), output: 'files' as const };
    expect(plan(job, { partBytes: 100_000 }).files).toEqual(['Roadmap/index.html', 'Roadmap/report.json']);
  });

  it('keeps the order and the limit for any sizes', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(sizes, (bytes) => {
        const { items, files } = plan(ofSizes(...bytes), { partBytes: 100_000 });
        const parts = items.map(Number);
        expect(parts).toEqual(parts.toSorted((a, b) => a - b));
        expect(new Set(parts).size).toBe(files.length);
        for (const part of new Set(parts)) {
          const inIt = bytes.filter((_, index) => parts[index] === part);
          const sum = inIt.reduce((total, size) => total + size, 0);
          expect(sum <= 100_000 || inIt.length === 1).toBe(true);
        }
      }),
    );
  });
});
