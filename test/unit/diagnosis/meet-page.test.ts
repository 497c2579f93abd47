import { describe, expect, it } from 'vitest';
import { meetPage, type MeetPageDeps } from '../../../components/diagnosis/meet-page';
import { AppError } from '../../../components/errors';
import type { BoardList, TopicSnapshots } from '../../../components/messaging/protocol';
import { createFakeClock } from '../fakes/fake-clock';

const url = 'https://acme.feishu.cn/docx/FMnodrAcyoG0TLxDf4Ec8Ya1nJb';
const list: BoardList = { url, brand: 'feishu', title: '', rows: [], settled: false, complete: false };
const never = (): Promise<never> => new Promise(() => {});

function deps(change: Partial<MeetPageDeps> = {}) {
  const clock = createFakeClock();
  let stopped = 0;
  const all: MeetPageDeps = {
    build: { version: '1.0', userAgent: '', language: 'en' },
    url: async () => url,
    companyHosts: async () => [],
    describePage: async () => ({ url, title: 'Plan', mountedBlockIds: ['a'] }),
    probePage: async () => ({}),
    accounts: async () => [],
    keptLists: async ({ token }) => (url.endsWith(token) ? [{ boards: 2, listedAt: 1 }] : []),
    watchBoards: (onSnapshot) => {
      onSnapshot({ list });
      void clock.sleep(700).then(() => onSnapshot({ list: { ...list, settled: true } }));
      return () => (stopped += 1);
    },
    clock,
    ...change,
  };
  return { all, clock, stopped: () => stopped };
}

describe('meeting a page', () => {
  it('takes down what each source answers, and the lists until the last', async () => {
    const { all, clock, stopped } = deps();
    const met = await clock.runUntil(meetPage(all));
    expect(met).toMatchObject({
      url,
      description: { value: { title: 'Plan', mountedBlockIds: ['a'] } },
      probe: { value: {} },
      accounts: { value: [] },
      kept: { value: [{ boards: 2 }] },
    });
    expect(met.lists.map(({ ms }) => ms)).toEqual([0, 700]);
    expect(stopped()).toBe(1);
  });

  it('outlasts a page that never answers, and a list that never settles', async () => {
    const watched: ((snapshot: TopicSnapshots['boards']) => void)[] = [];
    const { all, clock } = deps({
      describePage: never,
      probePage: never,
      watchBoards: (onSnapshot) => {
        watched.push(onSnapshot);
        return () => {};
      },
    });
    const met = await clock.runUntil(meetPage(all));
    const late = { ms: 5000, error: { code: 'timed-out' } };
    expect(met).toMatchObject({ description: late, probe: late, lists: [] });
    expect(clock.now() - met.at).toBe(30_000);
  });

  it('says of each source why it has no answer, and nothing in its own words', async () => {
    const { all, clock } = deps({
      url: () => Promise.reject(new Error('No tab with id: 7')),
      describePage: () => Promise.reject(new AppError('page-unreachable')),
      probePage: () => Promise.reject(new Error(`Cannot access contents of ${url}`)),
      watchBoards: (onSnapshot) => {
        onSnapshot({ problem: { code: 'page-unreachable' } });
        return () => {};
      },
    });
    const met = await clock.runUntil(meetPage(all));
    expect(met).toMatchObject({
      url: undefined,
      description: { error: { code: 'page-unreachable' } },
      probe: { error: { code: 'unexpected' } },
      kept: { value: [] },
      lists: [{ snapshot: { problem: { code: 'page-unreachable' } } }],
    });
    expect(JSON.stringify(met)).not.toContain('acme');
  });
});
