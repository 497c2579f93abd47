import { beforeEach, describe, expect, it } from 'vitest';
import type { JobState } from '../../../components/saving/job';
import { createJobNotices } from '../../../components/saving/job-notices';
import { viewJob } from '../../../components/saving/view-job';
import { sampleJob } from './sample-job';

const begun = sampleJob([{}]).createdAt;
let time: number;
let isWatched: boolean;
let told: JobState[];
let follow: (state: JobState, code?: 'token-expired' | 'network-failed') => void;

beforeEach(() => {
  time = begun;
  isWatched = false;
  told = [];
  const notices = createJobNotices({
    now: () => time,
    isWatched: () => isWatched,
    tell: ({ state }) => void told.push(state),
  });
  follow = (state, code) => notices([viewJob({ ...sampleJob([{}]), state, error: code && { code } })]);
});

describe('notices of jobs', () => {
  it('tell once that a long job is over', () => {
    for (const state of ['running', 'saving'] as const) follow(state);
    time += 60_000;
    follow('done');
    follow('done');
    expect(told).toEqual(['done']);
  });

  it('tell nothing of a short one', () => {
    follow('running');
    time += 59_999;
    follow('done');
    expect(told).toEqual([]);
  });

  it('tell nothing while a popup is open', () => {
    follow('running');
    time += 90_000;
    isWatched = true;
    follow('done');
    isWatched = false;
    follow('done');
    expect(told).toEqual([]);
  });

  it('tell nothing of what was over before, nor of what somebody has stopped', () => {
    time += 90_000;
    follow('done');
    follow('running');
    follow('cancelled');
    expect(told).toEqual([]);
  });

  it('tell that a job waits for a sign-in, not that it waits for the network, and then of its end', () => {
    time += 90_000;
    follow('running');
    follow('waiting', 'network-failed');
    follow('waiting', 'token-expired');
    follow('running');
    follow('failed', 'token-expired');
    expect(told).toEqual(['waiting', 'failed']);
  });
});
