import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handleTrusted } from '../../../components/messaging/handle';

const id = 'test-extension-id';
const page = 'https://acme.feishu.cn/docx/x';

let answered = 0;

async function ask(target: string, sender: object): Promise<unknown[]> {
  return fakeBrowser.runtime.onMessage.trigger({ target, name: 'work', params: {} }, sender);
}

beforeEach(() => {
  fakeBrowser.reset();
  answered = 0;
  handleTrusted<{ work: { params: object; reply: string } }>('offscreen', {
    work: async () => {
      answered += 1;
      return 'done';
    },
  });
});

it.each([
  ['the background', { id, url: 'chrome-extension://test-extension-id/background.js' }],
  [
    'one of our pages in a tab',
    { id, url: 'chrome-extension://test-extension-id/options.html', tab: { id: 7 } },
  ],
])('a context that believes the extension answers %s', async (_, sender) => {
  expect(await ask('offscreen', sender)).toEqual([{ ok: true, value: 'done' }]);
});

it.each([
  ['a content script', { id, url: page, tab: { id: 7 } }],
  ['a content script in a frame that has no address', { id, url: 'about:blank', tab: { id: 7 } }],
  ['who does not say where it is', { id }],
])('a context that believes the extension does nothing for %s', async (_, sender) => {
  expect(await ask('offscreen', sender)).toEqual([{ ok: false, error: { code: 'message-invalid' } }]);
  expect(answered).toBe(0);
});

it('does not even answer other extensions', async () => {
  expect(await ask('offscreen', { id: 'other', url: 'chrome-extension://other/page.html' })).toEqual([
    undefined,
  ]);
});
