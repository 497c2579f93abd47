import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { allowedRecipe } from '../../../components/settings/allowed-recipe';
import { settings } from '../../../components/settings/settings';
import { whereCopyingIsAllowed } from '../../../components/settings/where-copying-is-allowed';
import { codeOf } from '../feishu/setup';

beforeEach(() => fakeBrowser.reset());

describe('what is made of a picture', () => {
  it('is what is wanted, else what was chosen, where no policy says otherwise', async () => {
    await settings.recipe.set({ format: 'webp', quality: 0.5 });
    expect(await allowedRecipe()).toEqual({ format: 'webp', quality: 0.5 });
    expect(await allowedRecipe({ format: 'as-served' })).toEqual({ format: 'as-served' });
  });

  it('has a format that is allowed, the first one where another was asked for', async () => {
    await fakeBrowser.storage.managed.set({ allowedFormats: ['svg', 'png'] });
    expect(await allowedRecipe()).toEqual({ format: 'svg' });
    expect(await allowedRecipe({ format: 'jpeg', size: { scale: 2 } })).toEqual({
      format: 'svg',
      size: { scale: 2 },
    });
    expect(await allowedRecipe({ format: 'png', size: { scale: 2 } })).toEqual({
      format: 'png',
      size: { scale: 2 },
    });
  });
});

describe('copying', () => {
  it('goes on unless the administrator has switched it off', async () => {
    expect(await whereCopyingIsAllowed(Promise.resolve(1))).toBe(1);
    await fakeBrowser.storage.managed.set({ allowClipboard: false });
    expect(await codeOf(whereCopyingIsAllowed(Promise.resolve(1)))).toBe('switched-off');
    expect(await codeOf(whereCopyingIsAllowed(Promise.reject(new Error('not fetched'))))).toBe(
      'switched-off',
    );
  });
});
