// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../../components/settings/settings';
import { setLocale } from '../i18n/fake-i18n';
import { openOptions } from './open-options';
import { button, clearPage, click, find, pageText, settle, type } from './page';

const acme = {
  name: 'Acme',
  documents: ['docs.acme.example'],
  open: 'open.acme.example',
  accounts: 'accounts.acme.example',
};
const field = (name: string): HTMLInputElement => find<HTMLInputElement>(`.way-form input[name=${name}]`);
const control = (name: string): HTMLElement => find(`[name="${name}"]`);
const isShut = (element: HTMLElement): boolean => element.matches(':disabled, fieldset[disabled] *');

beforeEach(() => {
  setLocale('en');
  fakeBrowser.reset();
});
afterEach(clearPage);

describe('a company’s own deployment', () => {
  it('is added with what is pasted from an address bar, then offered in the ways in', async () => {
    const { added, asked } = await openOptions();
    await type(field('documents'), 'https://Docs.Acme.example/docx/abc， wiki.acme.example');
    await type(field('open'), ' open.acme.example ');
    await type(field('accounts'), 'accounts.acme.example/');
    await click(button('Add and allow'));
    const documents = ['docs.acme.example', 'wiki.acme.example'];
    expect(added).toEqual([{ ...acme, name: 'docs.acme.example', documents }]);
    expect(pageText()).toContain('docs.acme.example · wiki.acme.example · open.acme.example');
    await click(find('input[value=company]'));
    await click(button('Create my app and sign in'));
    expect(asked('sign-in/begin')).toMatchObject([{ way: 'create', brand: 'company' }]);
    await click(button('Remove'));
    expect(await settings.company.get()).toBeNull();
  });

  it.each([
    ['documents', 'com'],
    ['documents', ''],
    ['documents', 'acme.feishu.cn'],
    ['open', 'open.larksuite.com'],
    ['open', '10.0.0.1'],
    ['accounts', 'acme'],
    ['accounts', 'accounts.acme.example:8443'],
  ])('is not added with %s that are %j', async (name, text) => {
    const { added } = await openOptions();
    for (const [each, value] of Object.entries({ ...acme, documents: 'docs.acme.example', [name]: text })) {
      await type(field(each), value);
    }
    await click(button('Add and allow'));
    expect(added).toEqual([]);
    expect(find('.way-form [role=alert]').textContent).toContain('This is not a host name of your company.');
  });
});

describe('a policy', () => {
  it('shows what it fixes as fixed, and leaves the rest to the user', async () => {
    await fakeBrowser.storage.managed.set({
      company: acme,
      locked: {
        toolbar: false,
        fileNameOne: '{name}',
        cacheBudgetMb: 0,
        recipe: { format: 'png' },
        slideShape: '4:3',
      },
    });
    await openOptions();
    await settle();
    expect(find<HTMLInputElement>('[name=toolbar]').checked).toBe(false);
    expect(find<HTMLInputElement>('[name=fileNameOne]').value).toBe('{name}');
    for (const name of ['toolbar', 'fileNameOne', 'format', 'size'])
      expect(isShut(control(name)), name).toBe(true);
    for (const name of ['rightClick', 'fileNameInSet']) expect(isShut(control(name)), name).toBe(false);
    expect(isShut(button('Remove'))).toBe(true);
    expect(isShut(find('input[value="16:9"]'))).toBe(true);
    expect(pageText().match(/Set by your administrator/g)).toHaveLength(6);
    expect(find<HTMLSelectElement>('select:has(option[value="2000"])').value).toBe('0');
  });

  it('lets go of what it fixed when it changes', async () => {
    await fakeBrowser.storage.managed.set({ locked: { toolbar: false } });
    await openOptions();
    await settle(() => fakeBrowser.storage.managed.remove('locked'));
    await settle();
    expect(isShut(control('toolbar'))).toBe(false);
    expect(find<HTMLInputElement>('[name=toolbar]').checked).toBe(true);
  });

  it('offers only the formats that it allows, and no app where it allows none', async () => {
    await fakeBrowser.storage.managed.set({ allowedFormats: ['svg', 'png'], allowCreatingApps: false });
    await openOptions();
    const options = [...control('format').querySelectorAll('option')].map(({ value }) => value);
    expect(options).toEqual(['png', 'svg']);
    expect(pageText()).not.toContain('Create my app and sign in');
    expect(pageText()).toContain('I have an app');
  });

  it('counts when it arrives after the page has opened', async () => {
    await openOptions();
    expect(pageText()).toContain('Create my app and sign in');
    await settle(() =>
      fakeBrowser.storage.managed.set({ appId: 'cli_c', appSecret: 's', allowCreatingApps: false }),
    );
    await settle();
    expect(pageText()).not.toContain('Create my app and sign in');
    expect(pageText()).toContain('Use my company’s app');
  });
});
