import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../../components/settings/settings';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('start with their defaults', async () => {
    expect(await settings.freshMinutes.get()).toBe(5);
    expect(await settings.cacheBudgetMb.get()).toBe(200);
    expect(await settings.jobOutput.get()).toBe('zip');
    expect(await settings.rightClick.get()).toBe(true);
  });

  it('keep what was chosen', async () => {
    await settings.jobOutput.set('files');
    expect(await settings.jobOutput.get()).toBe('files');
  });

  it.each([
    [settings.freshMinutes, 'freshMinutes', -1],
    [settings.cacheBudgetMb, 'cacheBudgetMb', '200'],
    [settings.fileNameOne, 'fileNameOne', '   '],
    [settings.jobOutput, 'jobOutput', 'pptx'],
    [settings.defaultBrand, 'defaultBrand', { brand: 'lark' }],
  ])('fall back to the default where storage holds nonsense (%#)', async (setting, name, nonsense) => {
    await fakeBrowser.storage.local.set({ [`setting.${name}`]: nonsense });
    expect(await setting.get()).toBe(setting.fallback);
  });

  it('tell of changes until the watcher leaves, nonsense counting as the default', async () => {
    const seen: boolean[] = [];
    let stop = (): void => {};
    const told = new Promise<void>((resolve) => {
      stop = settings.rightClick.watch((value) => {
        seen.push(value);
        if (seen.length === 2) resolve();
      });
    });
    await settings.rightClick.set(false);
    await fakeBrowser.storage.local.set({ 'setting.rightClick': 'maybe' });
    await told;
    stop();
    await settings.rightClick.set(false);
    expect(await settings.rightClick.get()).toBe(false);
    expect(seen).toEqual([false, true]);
  });
});
