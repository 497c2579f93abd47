import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  type BackgroundHandlers,
  handleInBackground,
} from '../../../components/messaging/handle-in-background';

const extensionPage = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' };
const contentScript = { id: 'test-extension-id', url: 'https://acme.feishu.cn/docx/x', tab: { id: 7 } };

let asked: unknown[];

async function ask(name: string, params: unknown, sender: object): Promise<unknown> {
  const [reply] = await fakeBrowser.runtime.onMessage.trigger({ target: 'background', name, params }, sender);
  return reply;
}

beforeEach(() => {
  fakeBrowser.reset();
  asked = [];
  const note = async (params: unknown, asker: unknown): Promise<null> => {
    asked.push([params, asker]);
    return null;
  };
  const handlers = new Proxy({}, { get: () => note });
  return handleInBackground(handlers as BackgroundHandlers);
});

describe('handleInBackground', () => {
  it('answers our own pages', async () => {
    expect(await ask('board/save', { tabId: 1, blockId: 'abc' }, extensionPage)).toEqual({
      ok: true,
      value: null,
    });
    expect(asked).toEqual([[{ tabId: 1, blockId: 'abc' }, { tabId: undefined }]]);
  });

  it('takes null for no parameters, as Chromium sends them', async () => {
    expect(await ask('cache/usage', null, extensionPage)).toEqual({ ok: true, value: null });
  });

  it('tells a handler which tab a content script lives in', async () => {
    await ask('pointer/board', { blockId: null, bare: true }, contentScript);
    expect(asked).toEqual([[{ blockId: null, bare: true }, { tabId: 7 }]]);
  });

  it.each(['account/sign-in', 'account/status', 'board/save', 'job/start', 'cache/clear'])(
    'refuses a content script that asks for %s',
    async (name) => {
      const params = {
        tabId: 1,
        blockId: 'abc',
        brand: 'feishu',
        token: 'u-x',
        blockIds: ['a'],
        output: 'zip',
      };
      expect(await ask(name, params, contentScript)).toEqual({
        ok: false,
        error: { code: 'message-invalid' },
      });
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ['a board id that is a path', 'board/save', { tabId: 1, blockId: '../x' }],
    ['a tab that is no number', 'board/save', { tabId: 'x', blockId: 'abc' }],
    ['no boards at all', 'job/start', { tabId: 1, blockIds: [], output: 'zip' }],
    ['an unknown request', 'board/steal', {}],
    ['a name of the prototype', 'constructor', {}],
  ])('refuses %s', async (_, name, params) => {
    expect(await ask(name, params, extensionPage)).toEqual({ ok: false, error: { code: 'message-invalid' } });
  });

  it('hears nothing from another extension', async () => {
    const other = { id: 'someone-else', url: 'chrome-extension://someone-else/x.html' };
    expect(await ask('cache/usage', undefined, other)).toBeUndefined();
  });
});
