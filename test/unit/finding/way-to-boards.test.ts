// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { wayToBoards } from '../../../components/finding/way-to-boards';
import { settings } from '../../../components/settings/settings';

beforeEach(() => fakeBrowser.reset());

const company = {
  name: 'Works',
  documents: ['docs.works.example'],
  open: 'open.works.example',
  accounts: 'accounts.works.example',
};

describe('wayToBoards', () => {
  it.each([
    ['a page of a company', 'https://acme.feishu.cn/next/messenger', 'https://acme.feishu.cn/drive/home/'],
    ['a page at Lark', 'https://acme.jp.larksuite.com/base/x', 'https://acme.jp.larksuite.com/drive/home/'],
    ['the developer console', 'https://open.feishu.cn/app/cli_x/auth', 'https://www.feishu.cn/drive/home/'],
    ['a page of signing in', 'https://accounts.larksuite.com/x', 'https://www.feishu.cn/drive/home/'],
    ['no page that is told', undefined, 'https://www.feishu.cn/drive/home/'],
  ])('leads from %s to documents', async (_, page, url) => {
    expect(await wayToBoards(page)).toEqual({ url });
  });

  it('leads to those of the company’s own deployment, and not to its console', async () => {
    await settings.company.set(company);
    const home = 'https://docs.works.example/drive/home/';
    expect(await wayToBoards('https://docs.works.example/sheets/x')).toEqual({ url: home });
    await settings.defaultBrand.set('company');
    expect(await wayToBoards('https://open.works.example/app')).toEqual({ url: home });
  });

  it('leads nowhere from where the documents are', async () => {
    expect(await wayToBoards('https://acme.feishu.cn/drive/home/')).toBeUndefined();
  });
});
