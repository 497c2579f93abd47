import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hostsLoadedBy } from '../../browser/firefox/read-load-log';
import { checkHosts, namedHosts } from '../../browser/privacy-table';
import { hostsAskedBy } from '../../browser/read-net-log';

const origin = 'chrome-extension://abc';

it('names in PRIVACY.md the hosts that are asked, and no other', () => {
  expect(namedHosts().toSorted()).toEqual([
    'accounts.feishu.cn',
    'accounts.larksuite.com',
    'open.feishu.cn',
    'open.larksuite.com',
  ]);
});

it('refuses a host that PRIVACY.md does not name', () => {
  expect(() => checkHosts(['open.feishu.cn', 'stats.example.com'])).toThrow('stats.example.com');
  expect(() => checkHosts(['open.feishu.cn'])).not.toThrow();
});

it('finds what the extension asked in the log of Firefox, and not what a page asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'board-saver-log-'));
  try {
    const load = (url: string, principal: string): string =>
      [
        `  channelURI: "${url}"`,
        '  httpMethod: GET',
        `  loadingPrincipal: ${principal}`,
        `  triggeringPrincipal: ${principal}`,
      ]
        .map((line) => `[Parent 1: Main Thread]: V/CSMLog ${line}\n`)
        .join('');
    const ours = '"moz-extension://abc/_generated_background_page.html"';
    await writeFile(
      join(folder, 'loads.moz_log'),
      [
        load('https://open.feishu.cn/a', ours),
        load('wss://far.example/b', ours),
        load('moz-extension://abc/popup.js', ours),
        load('https://page.example/c', '"https://acme.feishu.cn/docx/d"'),
        load('https://system.example/e', 'SystemPrincipal'),
      ].join(''),
    );
    const hosts = await hostsLoadedBy(join(folder, 'loads'), 'moz-extension://abc');
    expect([...hosts]).toEqual(['open.feishu.cn', 'far.example']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('finds what the extension asked in the log of Chromium, and not what a page asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'board-saver-log-'));
  try {
    const event = (initiator: string, url: string): string =>
      `${JSON.stringify({ params: { initiator, url }, type: 2 })},`;
    const log = join(folder, 'log.json');
    await writeFile(
      log,
      [
        event(origin, 'https://open.feishu.cn/a'),
        event(origin, 'wss://far.example/b'),
        event('https://acme.feishu.cn', 'https://page.example/c'),
        event(origin, 'chrome-extension://abc/popup.js'),
      ].join('\n'),
    );
    expect([...(await hostsAskedBy(log, origin))]).toEqual(['open.feishu.cn', 'far.example']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
