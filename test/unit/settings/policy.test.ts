import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readPolicy } from '../../../components/settings/policy';
import { settings } from '../../../components/settings/settings';

const setPolicy = (policy: object): Promise<void> => fakeBrowser.storage.managed.set({ ...policy });
const acme = {
  name: 'Acme',
  documents: ['docs.acme.example'],
  open: 'open.acme.example',
  accounts: 'accounts.acme.example',
};

beforeEach(() => fakeBrowser.reset());

describe('a policy', () => {
  it('forbids and fixes nothing where there is none', async () => {
    expect(await readPolicy()).toEqual({
      locked: {},
      defaults: {},
      allowClipboard: true,
      allowCreatingApps: true,
      allowedFormats: undefined,
    });
    expect(await settings.toolbar.isFixed()).toBe(false);
  });

  it('counts for nothing where it says nonsense, and for the rest where it says some', async () => {
    await setPolicy({
      locked: { freshMinutes: -4, toolbar: false },
      defaults: 'all of them',
      allowClipboard: 'no',
      allowedFormats: ['png', 'bmp'],
    });
    expect(await readPolicy()).toMatchObject({ defaults: {}, allowClipboard: true });
    expect((await readPolicy()).allowedFormats).toBeUndefined();
    expect(await settings.freshMinutes.get()).toBe(5);
    expect(await settings.freshMinutes.isFixed()).toBe(false);
    expect(await settings.toolbar.get()).toBe(false);
  });

  it('proposes what holds until the user chooses', async () => {
    await setPolicy({ defaults: { fileNameOne: '{name} ({date})' } });
    expect(await settings.fileNameOne.get()).toBe('{name} ({date})');
    expect(await settings.fileNameOne.isFixed()).toBe(false);
    await settings.fileNameOne.set('{name}');
    expect(await settings.fileNameOne.get()).toBe('{name}');
  });

  it('fixes what the user has chosen otherwise, and gives it back when it goes', async () => {
    await settings.cacheBudgetMb.set(500);
    await setPolicy({ locked: { cacheBudgetMb: 0 } });
    expect(await settings.cacheBudgetMb.get()).toBe(0);
    expect(await settings.cacheBudgetMb.isFixed()).toBe(true);
    await fakeBrowser.storage.managed.clear();
    expect(await settings.cacheBudgetMb.get()).toBe(500);
  });

  it('names the company’s hosts, and fixes them', async () => {
    await setPolicy({ company: acme });
    expect(await settings.company.get()).toEqual(acme);
    expect(await settings.company.isFixed()).toBe(true);
  });

  it('leaves the company to the user where it names none', async () => {
    await settings.company.set(acme);
    expect(await settings.company.get()).toEqual(acme);
    expect(await settings.company.isFixed()).toBe(false);
    await settings.company.set(null);
    expect(await settings.company.get()).toBeNull();
  });

  it.each([
    { ...acme, documents: [] },
    { ...acme, documents: ['com'] },
    { ...acme, open: 'https://open.acme.example' },
    { ...acme, accounts: '10.0.0.1' },
    { ...acme, open: 'open.acme.example:8443' },
  ])('names no hosts that are none (%#)', async (company) => {
    await setPolicy({ company });
    expect(await settings.company.get()).toBeNull();
    expect(await settings.company.isFixed()).toBe(false);
  });

  it('is heard of by whoever watches a setting', async () => {
    const seen: boolean[] = [];
    const told = new Promise<void>((resolve) => {
      settings.rightClick.watch((value) => {
        seen.push(value);
        resolve();
      });
    });
    await setPolicy({ locked: { rightClick: false } });
    await told;
    expect(seen).toEqual([false]);
  });
});
