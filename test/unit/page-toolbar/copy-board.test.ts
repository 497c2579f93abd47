import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import type { PageNotice } from '../../../components/messaging/page-requests';
import { createBoardCopy } from '../../../components/page-toolbar/copy-board';
import { setLocale } from '../i18n/fake-i18n';

beforeEach(() => setLocale('en'));

/** A page whose clipboard takes nothing while it has not got the focus. */
function createPage(board: Promise<{ base64: string; html: string; name: string }>) {
  const page = {
    hasFocus: true,
    fetches: 0,
    written: [] as string[],
    notices: [] as PageNotice[],
    act: undefined as (() => void) | undefined,
    copy: createBoardCopy({
      fetchBoard: () => {
        page.fetches += 1;
        return board;
      },
      async write(fetched) {
        if (!page.hasFocus) throw new AppError('clipboard-unfocused');
        page.written.push((await fetched).name);
      },
      showNotice: (notice, act) => {
        page.notices.push(notice);
        page.act = act;
      },
    }),
  };
  return page;
}

const board = { base64: '', html: '', name: 'Payment' };
const settle = (): Promise<void> => new Promise(setImmediate);

describe('copying a board in its page', () => {
  it('copies where the page has the focus, and shows nothing by itself', async () => {
    const page = createPage(Promise.resolve(board));
    expect(await page.copy('block')).toEqual({ isCopied: true, notice: undefined });
    expect(page.written).toEqual(['Payment']);
    expect(page.notices).toEqual([]);
  });

  it('offers a button where it has not, which copies what was fetched', async () => {
    const page = createPage(Promise.resolve(board));
    page.hasFocus = false;
    expect(await page.copy('block')).toEqual({ isCopied: false });
    expect(page.notices[0]?.button).toBeDefined();

    page.hasFocus = true;
    page.act?.();
    await settle();
    expect(page.written).toEqual(['Payment']);
    expect(page.fetches).toBe(1);
    expect(page.notices).toHaveLength(2);
  });

  it('offers it again as long as the focus is elsewhere', async () => {
    const page = createPage(Promise.resolve(board));
    page.hasFocus = false;
    await page.copy('block');
    page.act?.();
    await settle();
    expect(page.notices[1]?.button).toBeDefined();
    expect(page.written).toEqual([]);
  });

  it('passes on why there is no picture, instead of offering a button', async () => {
    const failed = Promise.reject(new AppError('board-forbidden'));
    failed.catch(() => undefined);
    const page = createPage(failed);
    page.hasFocus = false;
    await expect(page.copy('block')).rejects.toMatchObject({ code: 'board-forbidden' });
    expect(page.notices).toEqual([]);
  });
});
