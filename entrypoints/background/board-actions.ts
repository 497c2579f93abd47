import browser from 'webextension-polyfill';
import { blockAddress } from '../../components/boards/block-address';
import { documentMatches } from '../../components/boards/page-url';
import { parsePointedBoard } from '../../components/boards/pointed-board';
import { AppError, type ErrorData, toErrorData } from '../../components/errors';
import { errorText } from '../../components/i18n/error-text';
import { formatTime } from '../../components/i18n/format-time';
import { noteText } from '../../components/i18n/note-text';
import { t } from '../../components/i18n/t';
import { whyUnreachable } from '../../components/boards/why-unreachable';
import type { BoardRecipe } from '../../components/board-recipe';
import type { PageNotice, PageResult } from '../../components/messaging/page-requests';
import type { BackgroundReplies, FetchedImage, SavedFile } from '../../components/messaging/protocol';
import { sendToPage } from '../../components/messaging/send-to-page';
import type { JobOutput, StoodIn } from '../../components/saving/job';
import { requireWhiteboardId } from '../../components/finding/require-whiteboard-id';
import { allowedRecipe } from '../../components/settings/allowed-recipe';
import { readPolicy } from '../../components/settings/policy';
import { settings } from '../../components/settings/settings';
import { markTab } from './badge';
import { openDoctor } from './open-doctor';
import type { Parts } from './parts';
import { loadToolbar } from './pointing';

/** What is done with one board of a tab. */
export function createBoardActions({ fetchImage, images, jobs, tabBoards, tasks }: Parts) {
  const resolve = async (tabId: number, blockId: string) => {
    const { account, title, boards, url } = await tabBoards.resolve(tabId, [blockId]);
    const [found] = boards;
    if (!found) throw new AppError('board-not-on-page');
    return { account, title, url, ...found };
  };

  const fetchPicture = (
    { account, board }: Awaited<ReturnType<typeof resolve>>,
    fresh?: boolean,
  ): Promise<FetchedImage> => {
    const { brand, accountId } = account;
    return fetchImage({ brand, accountId, whiteboardId: requireWhiteboardId(board) }, { fresh });
  };

  const saveOne = async (tabId: number, blockId: string, wanted?: BoardRecipe): Promise<SavedFile> => {
    const { account, board, name, title, url } = await resolve(tabId, blockId);
    const { brand } = account;
    const recipe = await allowedRecipe(wanted);
    const input = { output: 'files', recipe, brand, documentTitle: title, pageUrl: url } as const;
    const { file, imageKey = '', stoodIn } = await jobs.saveOne({ ...input, items: [{ board, name }] });
    const [image] = await images.peek([imageKey]);
    if (!file?.name || !image) throw new AppError('storage-failed');
    return { fileName: file.name, image, stoodIn };
  };
  const save = (tabId: number, blockId: string, recipe?: BoardRecipe): Promise<SavedFile> =>
    saveOne(tabId, blockId, recipe).catch((thrown: unknown) => openDoctor(tabBoards, tabId, thrown));

  const stoodInNotice = (
    key: 'notice_saved_stood_in' | 'notice_copied_stood_in',
    stoodIn: StoodIn | undefined,
  ): PageResult =>
    stoodIn
      ? {
          notice: {
            tone: 'info',
            text: t(key, [formatTime(stoodIn.fetchedAt, Date.now()), errorText(stoodIn.because).sentence]),
          },
        }
      : {};

  const png = async (tabId: number, blockId: string): Promise<BackgroundReplies['page/board-png']> => {
    if (!(await readPolicy()).allowClipboard) throw new AppError('switched-off');
    const resolved = await resolve(tabId, blockId);
    const { image, stoodIn } = await fetchPicture(resolved);
    const { name, url } = resolved;
    const board = { name, link: blockAddress(url, blockId) };
    const width = await settings.slideWidth.get();
    const { isDescribed } = await settings.recipe.get();
    const made = await tasks.run('picture/copy', { imageKey: image.key, width, board, isDescribed });
    const notice = { tone: 'info', text: noteText('no-text') } as const;
    const noted = made.isWithoutText ? { notice } : {};
    return { ...made, name, ...noted, ...stoodInNotice('notice_copied_stood_in', stoodIn) };
  };
  const saveForPage = async (tabId: number, blockId: string): Promise<PageResult> => {
    const { stoodIn } = await save(tabId, blockId);
    return stoodInNotice('notice_saved_stood_in', stoodIn);
  };
  const startJob = async (
    tabId: number,
    blockIds: readonly string[] | 'all',
    output: JobOutput,
    isFresh?: boolean,
  ) => {
    const { account, boards: items, title, url } = await tabBoards.resolve(tabId, blockIds);
    const { brand } = account;
    const recipe = await allowedRecipe();
    const input = { brand, recipe, documentTitle: title, items, output, pageUrl: url, isFresh };
    const jobId = await jobs.start(input);
    return { jobId, count: items.length };
  };

  /** *Save all boards under this page*: counts them first. */
  const startWiki = async (tabId: number, output: JobOutput, isFresh?: boolean): Promise<string> => {
    const { account, address, title, url } = await tabBoards.open(tabId);
    const { brand, kind, token } = address;
    if (kind !== 'wiki') throw new AppError('page-not-document');
    const input = {
      brand,
      documentTitle: title,
      output,
      pageUrl: url,
      isFresh,
      wikiNode: token,
      recipe: await allowedRecipe(),
    };
    if (!account) throw new AppError('not-signed-in');
    return jobs.start({ ...input, items: [] });
  };

  const explain = async (tabId: number, error: ErrorData): Promise<ErrorData> => {
    if (error.code !== 'page-unreachable') return error;
    const areHostsAllowed = await browser.permissions.contains({ origins: documentMatches });
    const { url } = await browser.tabs.get(tabId);
    return { ...error, code: whyUnreachable(!areHostsAllowed, url) };
  };
  /** Says it in the page where the pointer is; on the toolbar icon if the page cannot. */
  const notify = async (tabId: number, notice: PageNotice): Promise<void> => {
    await sendToPage(tabId, 'page/notice', notice).catch(() => markTab(tabId, notice.text));
  };
  /** Runs what a menu item asks for: a failure is said in the page. */
  const fromMenu = async (tabId: number, act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (thrown) {
      const { sentence, help } = errorText(await explain(tabId, toErrorData(thrown)));
      await notify(tabId, { tone: 'error', text: sentence, help });
    }
  };
  const copyInPage = async (tabId: number, blockId: string | null): Promise<void> => {
    await loadToolbar(tabId);
    await sendToPage(tabId, 'page/copy-board', { blockId });
  };
  const pointedBoard = async (tabId: number): Promise<string> =>
    parsePointedBoard(await sendToPage(tabId, 'page/pointed-board', undefined));

  return {
    fetchBoard: async (tabId: number, blockId: string, fresh?: boolean): Promise<FetchedImage> =>
      fetchPicture(await resolve(tabId, blockId), fresh),
    save,
    saveForPage,
    png,
    startJob,
    startWiki,
    /** *Find in document*. The board's place among the others tells the page where to look for it. */
    async find(tabId: number, blockId: string): Promise<void> {
      await loadToolbar(tabId);
      const { windowId } = await browser.tabs.update(tabId, { active: true });
      if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
      const { known } = await tabBoards.peek(tabId);
      const order = known.map((board) => board.blockId);
      await sendToPage(tabId, 'page/find-board', { blockId, order });
    },
    /** *Save board as image*: what came of it is seen in the browser's own downloads, unless it needs words. */
    saveFromMenu: (tabId: number) =>
      fromMenu(tabId, async () => {
        const { notice } = await saveForPage(tabId, await pointedBoard(tabId));
        if (notice) await notify(tabId, notice);
      }),
    /** *Copy board as image*: the page writes the clipboard, for it has the focus, and says so. */
    copyFromMenu: (tabId: number) =>
      fromMenu(tabId, async () => copyInPage(tabId, await pointedBoard(tabId))),
    /** The shortcut: the board under the pointer, else the one that is seen best. */
    copyInView: (tabId: number) => fromMenu(tabId, () => copyInPage(tabId, null)),
    /** *Save all boards*, as one ZIP. */
    saveAllFromMenu: (tabId: number) =>
      fromMenu(tabId, async () => {
        const { count } = await startJob(tabId, 'all', 'zip');
        await notify(tabId, { tone: 'info', text: t('notice_saving_all', count) });
      }),
  };
}
