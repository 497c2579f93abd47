// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../../components/settings/settings';
import { setLocale } from '../i18n/fake-i18n';
import { liNa, openOptions } from './open-options';
import { button, clearPage, click, find, pageText, settle } from './page';

beforeEach(() => {
  setLocale('en');
  fakeBrowser.reset();
});
afterEach(clearPage);

describe('saved pictures', () => {
  it('are counted anew when somebody has signed out', async () => {
    let images = 2;
    await openOptions({
      'account/status': () => [liNa],
      'account/sign-out': () => {
        images = 0;
        return null;
      },
      'cache/usage': () => ({ images, bytes: 0, budgetBytes: 200_000_000 }),
    });
    expect(pageText()).toContain('2 pictures');
    await click(button('Sign out'));
    expect(pageText()).toContain('0 pictures');
  });

  it('are counted and cleared', async () => {
    await openOptions({ 'cache/clear': () => ({ images: 0, bytes: 0, budgetBytes: 200_000_000 }) });
    expect(pageText()).toContain('2 pictures, 3 MB of 200 MB');
    await click(button('Clear'));
    await settle(() => window.dispatchEvent(new Event('pagehide')));
    expect(pageText()).toContain('0 pictures, 0 kB of 200 MB');
    expect(button('Clear').disabled).toBe(true);
  });

  it('have a budget that is kept as chosen', async () => {
    await openOptions();
    const select = document.querySelector<HTMLSelectElement>('select:has(option[value="500"])');
    await settle(() => {
      if (select) select.value = '500';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(await settings.cacheBudgetMb.get()).toBe(500);
  });
});

describe('saving many boards', () => {
  it('splits archives from a size on, which is kept as chosen', async () => {
    await openOptions();
    const select = find<HTMLSelectElement>('select:has(option[value="4000"])');
    expect(select.textContent).toBe('Never20 MB250 MB4 GB');
    await settle(() => {
      select.value = '250';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(await settings.archivePartMb.get()).toBe(250);
  });

  it('tells of long saves while the browser allows it', async () => {
    await openOptions();
    const notices = (): boolean => find<HTMLInputElement>('input[name=notices]').checked;
    expect(notices()).toBe(false);
    await click(find('input[name=notices]'));
    expect(notices()).toBe(true);
    await click(find('input[name=notices]'));
    expect(notices()).toBe(false);
  });
});

describe('the hosts', () => {
  it('are asked for while the browser keeps them back, and not spoken of when they are given', async () => {
    let isMissing = true;
    let changed = (): void => {};
    const ask = async (): Promise<boolean> => {
      isMissing = false;
      changed();
      return true;
    };
    const watch = (onChange: () => void) => {
      changed = onChange;
      return () => {};
    };
    await openOptions({}, undefined, { isMissing: async () => isMissing, ask, watch });
    expect(pageText()).toContain('Your browser keeps Board Saver out of Feishu and Lark.');
    await click(button('Allow access'));
    await settle();
    expect(pageText()).not.toContain('Your browser keeps Board Saver out');
  });
});

describe('the page', () => {
  it.each(['rightClick', 'toolbar'] as const)('switches %s', async (name) => {
    await openOptions();
    await click(find(`.switch[name="${name}"]`));
    expect(await settings[name].get()).toBe(false);
  });

  it('leads to the diagnosis of a page', async () => {
    const { diagnosed } = await openOptions();
    await click(button('Diagnose…'));
    expect(diagnosed()).toBe(1);
  });

  it('says its version and where data goes', async () => {
    await openOptions();
    expect(pageText()).toContain('Version 1.2.3');
    expect(pageText()).toContain('open and accounts, at feishu.cn and larksuite.com');
  });
});
