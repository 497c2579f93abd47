// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '../../../components/errors';
import type { SignInProgress } from '../../../components/messaging/account-replies';
import { boardList, boardRows, now } from './fake-background';
import { openPopup, resetPopup } from './open-popup';
import { button, clearPage, click, find, pageText, settle } from './page';

beforeEach(resetPopup);
afterEach(clearPage);

const progress: SignInProgress = {
  id: '1',
  way: 'create',
  brand: 'lark',
  step: 'registering',
  expiresAt: now + 240_000,
  pageUrl: 'https://open.larksuite.com/page/cli',
};

/** The popup of somebody whose boards cannot be listed for this. */
async function openSignedOut(code: ErrorCode = 'not-signed-in', mayCreate = true, count = 0) {
  const popup = await openPopup({}, { mayCreateApp: async () => mayCreate });
  const list = boardList(boardRows(count), { brand: 'lark', problem: { code } });
  await settle(() => popup.background.push('boards', { list }));
  return popup;
}
const shown = (name: string): Promise<HTMLElement> => vi.waitFor(() => button(name));

describe('whoever is not signed in', () => {
  it.each([0, 3])('has an app made right here, with %i boards in sight', async (count) => {
    const { background, did } = await openSignedOut('not-signed-in', true, count);
    await click(await shown('Create my app and sign in'));
    const scopes = ['board:whiteboard:node:read'];
    expect(background.asked('sign-in/begin')).toEqual([{ way: 'create', brand: 'lark', scopes }]);
    await settle(() => background.push('signIn', progress));
    expect(pageText()).toContain('Agree on the page that has opened: it creates your app.');
    await click(button('Show the page'));
    expect(background.asked('sign-in/show')).toHaveLength(1);
    const other = find<HTMLAnchorElement>('[data-action=other-page]');
    expect(other.href).toBe('https://open.larksuite.com/page/launcher');
    await settle(() => background.push('signIn', { ...progress, step: 'authorizing' }));
    expect(pageText()).toContain('the app may then read as you');
    const before = background.asked('watch boards').length;
    await settle(() => background.push('signIn', { ...progress, step: 'done' }));
    expect(background.asked('watch boards')).toHaveLength(before + 1);
    expect(did).toEqual([]);
  });

  it('is told why it came to nothing, and can leave it', async () => {
    const { background } = await openSignedOut();
    await shown('Create my app and sign in');
    await settle(() => background.push('signIn', progress));
    await click(button('Cancel'));
    expect(background.asked('sign-in/cancel')).toHaveLength(1);
    await settle(() =>
      background.push('signIn', { ...progress, step: 'failed', error: { code: 'sign-in-denied' } }),
    );
    expect(find('.sign-in-here [role=alert]').textContent).toContain('The request to sign in was declined.');
    expect(button('Create my app and sign in')).toBeTruthy();
  });

  it('hears nothing of a sign-in that was over before', async () => {
    const { background } = await openSignedOut();
    await shown('Create my app and sign in');
    await settle(() =>
      background.push('signIn', { ...progress, step: 'failed', error: { code: 'sign-in-denied' } }),
    );
    expect(pageText()).not.toContain('The request to sign in was declined.');
  });

  it('finds the other ways in the settings', async () => {
    const { did } = await openSignedOut();
    await click(await shown('Sign in another way'));
    expect(did).toEqual(['options lark']);
  });

  it.each([
    ['not-signed-in', false],
    ['sign-in-again', true],
  ] as const)(
    'is led to the settings where an app of one’s own is not the way: %s',
    async (code, mayCreate) => {
      const { did } = await openSignedOut(code, mayCreate);
      await settle();
      await click(await shown('Sign in'));
      expect(did).toEqual(['options lark']);
      expect(pageText()).not.toContain('Create my app');
    },
  );
});
