// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../../components/settings/settings';
import { setLocale } from '../i18n/fake-i18n';
import { liNa, openOptions } from './open-options';
import { button, clearPage, click, find, pageText, settle, type } from './page';

beforeEach(() => {
  setLocale('en');
  fakeBrowser.reset();
});
afterEach(async () => {
  vi.useRealTimers();
  await clearPage();
});

const sections = (): string[] =>
  [...document.querySelectorAll('main section[id]:not([hidden]) > h2')].map(
    (title) => title.textContent ?? '',
  );

describe('the ways through the settings', () => {
  it('lead to every section by its address', async () => {
    await openOptions();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];
    expect(links.map(({ textContent }) => textContent)).toEqual(sections());
    expect(links.map(({ hash }) => document.querySelector(hash)?.localName)).toEqual(
      links.map(() => 'section'),
    );
    expect(find('#cache h2').textContent).toBe('Saved pictures');
  });

  it('leave what has the words that are searched for', async () => {
    await openOptions();
    await type(find<HTMLInputElement>('nav input'), 'title slide');
    expect(sections()).toEqual(['Slides and clipboard']);
    expect([...document.querySelectorAll('#slides .line:not([hidden])')]).toHaveLength(1);
    await type(find<HTMLInputElement>('nav input'), 'zebra');
    expect(pageText()).toContain('No setting contains “zebra”.');
    await type(find<HTMLInputElement>('nav input'), '');
    expect(document.querySelectorAll('main [hidden]:not(input)')).toHaveLength(0);
  });

  it('leave a whole section where its name is searched for', async () => {
    await openOptions();
    await type(find<HTMLInputElement>('nav input'), 'clipboard');
    expect(document.querySelectorAll('#slides .line[hidden]')).toHaveLength(0);
  });
});

describe('a change', () => {
  it('is kept at once, and said to be', async () => {
    await openOptions();
    expect(find('.saved-note').textContent).toBe('');
    await click(find('[name=toolbar]'));
    expect(await settings.toolbar.get()).toBe(false);
    expect(find('.saved-note').textContent).toBe('Saved');
  });
});

describe('clearing the saved pictures', () => {
  const usage = () => ({ images: 0, bytes: 0, budgetBytes: 200_000_000 });

  it('can be taken back for a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const { asked } = await openOptions({ 'cache/clear': usage });
    await click(button('Clear'));
    expect(pageText()).toContain('Removing the pictures…');
    await click(button('Undo'));
    await settle(() => vi.advanceTimersByTime(60_000));
    expect(asked('cache/clear')).toEqual([]);
    expect(pageText()).toContain('2 pictures');
  });

  it('is done after that while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const { asked } = await openOptions({ 'cache/clear': usage });
    await click(button('Clear'));
    await settle(() => vi.advanceTimersByTime(10_000));
    expect(asked('cache/clear')).toHaveLength(1);
    expect(pageText()).toContain('0 pictures');
  });

  it('is done when the page is left before', async () => {
    const { asked } = await openOptions({ 'cache/clear': usage });
    await click(button('Clear'));
    expect(asked('cache/clear')).toEqual([]);
    await settle(() => window.dispatchEvent(new Event('pagehide')));
    expect(asked('cache/clear')).toHaveLength(1);
  });
});

describe('the first steps', () => {
  const done = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('.step')].map((step) => step.dataset['done'] ?? '');
  const nobody = { 'account/status': () => [] };

  it('are ticked off as they are done, and end with a word', async () => {
    let accounts: (typeof liNa)[] = [];
    const opened = await openOptions(
      {
        'account/status': () => accounts,
        'account/sign-in': () => ({ ...liNa, scopes: [] }),
      },
      undefined,
      undefined,
      { isOpen: false, hasSaved: false },
    );
    expect(done()).toEqual(['false', 'false', 'false']);
    accounts = [liNa];
    await type(find<HTMLInputElement>('[data-way=token] input'), 'u-abc');
    await click(button('Check and sign in'));
    expect(done()).toEqual(['true', 'false', 'false']);
    await settle(opened.openDocument);
    expect(done()).toEqual(['true', 'true', 'false']);
    await settle(opened.saveFile);
    expect(done()).toEqual(['true', 'true', 'true']);
    expect(pageText()).toContain('All set. Your first board is saved.');
    await click(button('Done'));
    expect(document.querySelector('.first-steps')).toBeNull();
    expect(await settings.firstSteps.get()).toBe('over');
  });

  it('can be skipped, and do not come again unless asked for', async () => {
    const world = { isOpen: false, hasSaved: false };
    await openOptions(nobody, undefined, undefined, world);
    await click(button('Skip'));
    await clearPage();
    await openOptions(nobody, undefined, undefined, world);
    expect(document.querySelector('.first-steps')).toBeNull();
    await click(button('Show again'));
    expect(done()).toEqual(['false', 'false', 'false']);
  });

  it('are not shown to whoever has gone them', async () => {
    await openOptions({ 'account/status': () => [liNa] });
    expect(document.querySelector('.first-steps')).toBeNull();
  });
});

describe('settings as a file', () => {
  const choose = async (text: string): Promise<void> => {
    const field = find<HTMLInputElement>('input[type=file]');
    Object.defineProperty(field, 'files', { value: [new File([text], 'x.json')], configurable: true });
    await settle(() => field.dispatchEvent(new Event('change', { bubbles: true })));
    await settle();
  };

  it('are what another browser takes over', async () => {
    const { files } = await openOptions();
    await click(find('[name=toolbar]'));
    await click(find('[data-action=export]'));
    expect(files.map(({ name }) => name)).toEqual(['board-saver-settings.json']);
    await settings.toolbar.set(true);
    await choose(files[0]?.text ?? '');
    expect(await settings.toolbar.get()).toBe(false);
    expect(pageText()).toMatch(/Imported \d+ settings\./);
  });

  it('says what it does not know', async () => {
    await openOptions();
    const file = { product: 'board-saver', version: 1, settings: { toolbar: false, colour: 'red' } };
    await choose(JSON.stringify(file));
    expect(pageText()).toContain('Imported 1 setting. Not known here: colour.');
  });

  it('changes nothing where the file is none of ours, and says so', async () => {
    await openOptions();
    await choose('{"settings":{"toolbar":false}}');
    expect(pageText()).toContain('This is not a settings file of Board Saver.');
    expect(await settings.toolbar.get()).toBe(true);
  });
});
