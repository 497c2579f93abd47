import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../../components/settings/settings';
import { importSettingsFile, writeSettingsFile } from '../../../components/settings/settings-file';

beforeEach(() => fakeBrowser.reset());

const file = (said: object): string =>
  JSON.stringify({ product: 'board-saver', version: 1, settings: {}, ...said });

describe('settings as a file', () => {
  it('come back as they were', async () => {
    await settings.fileNameOne.set('{name} {date}');
    await settings.recipe.set({ format: 'png', size: { scale: 2 } });
    const text = await writeSettingsFile(settings);
    await settings.fileNameOne.set('{n}');
    await settings.recipe.set({ format: 'as-served' });
    const { skipped, count } = await importSettingsFile(text, settings);
    expect(skipped).toEqual([]);
    expect(count).toBe(Object.keys(settings).length);
    expect(await settings.fileNameOne.get()).toBe('{name} {date}');
    expect(await settings.recipe.get()).toEqual({ format: 'png', size: { scale: 2 } });
  });

  it('have nothing in them that signs anybody in', async () => {
    const { company: _, ...transferable } = settings;
    const names = Object.keys(JSON.parse(await writeSettingsFile(transferable)).settings);
    expect(names.filter((name) => /token|secret|account|app|company/i.test(name))).toEqual([]);
  });

  it('leave out what is unknown or has no meaning, and take the rest', async () => {
    const text = file({ settings: { slideWidth: 12, toolbar: false, colour: 'red', toString: 1 } });
    expect(await importSettingsFile(text, settings)).toEqual({
      count: 1,
      skipped: ['slideWidth', 'colour', 'toString'],
    });
    expect(await settings.slideWidth.get()).toBe(1920);
    expect(await settings.toolbar.get()).toBe(false);
  });

  it.each([
    ['no JSON', 'toolbar: false', 'settings-file-invalid'],
    ['of another product', file({ product: 'other' }), 'settings-file-invalid'],
    ['without a version', file({ version: undefined }), 'settings-file-invalid'],
    ['huge', file({ padding: 'x'.repeat(1_000_001) }), 'settings-file-invalid'],
    ['of a later version', file({ version: 2, settings: { toolbar: false } }), 'settings-file-newer'],
  ])('are refused whole where the file is %s', async (_, text, code) => {
    await expect(importSettingsFile(text, settings)).rejects.toMatchObject({ code });
    expect(await settings.toolbar.get()).toBe(true);
  });
});
