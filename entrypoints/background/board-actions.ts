import { parsePointedBoard } from '../../components/boards/pointed-board';
import { AppError, toErrorData } from '../../components/errors';
import { errorText } from '../../components/i18n/error-text';
import { formatTime } from '../../components/i18n/format-time';
import { t } from '../../components/i18n/t';
import { toPng } from '../../components/images/to-png';
import type {
  BackgroundReplies,
  FetchedImage,
  PageNotice,
  SavedFile,
} from '../../components/messaging/protocol';
import { sendToPage } from '../../components/messaging/send-to-page';
import { blobToBase64 } from '../../components/saving/base64';
import { requireWhiteboardId } from '../../components/finding/require-whiteboard-id';
import { markTab } from './badge';
import type { Parts } from './parts';

/** Messages hold 64 MiB in Chromium; base64 takes a third more than the bytes. */
const mostPngBytes = 45_000_000;

/** What is done with one board of a tab. */
export function createBoardActions({ drawSvg, fetchImage, images, saveBoard, tabBoards }: Parts) {
  const resolve = async (tabId: number, blockId: string) => {
    const { account, title, boards } = await tabBoards.resolve(tabId, [blockId]);
    const [found] = boards;
    if (!found) throw new AppError('board-not-on-page');
    return { account, title, ...found };
  };

  const fetchBoard = async (tabId: number, blockId: string, fresh?: boolean): Promise<FetchedImage> => {
    const { account, board } = await resolve(tabId, blockId);
    const { brand, accountId } = account;
    return fetchImage({ brand, accountId, whiteboardId: requireWhiteboardId(board) }, { fresh });
  };

  const save = async (tabId: number, blockId: string): Promise<SavedFile> => {
    const { account, board, name, title } = await resolve(tabId, blockId);
    return saveBoard({ brand: account.brand, board, name, documentTitle: title });
  };

  /** What stood in for the picture that a tab copies, from the page's question until the note about it. */
  const stoodIns = new Map<number, NonNullable<FetchedImage['stoodIn']>>();

  const png = async (tabId: number, blockId: string): Promise<BackgroundReplies['page/board-png']> => {
    stoodIns.delete(tabId);
    const { image, stoodIn } = await fetchBoard(tabId, blockId);
    if (stoodIn) stoodIns.set(tabId, stoodIn);
    const stored = await images.get(image.key);
    if (!stored) throw new AppError('storage-failed');
    const blob = await toPng(stored.blob, image.type, { drawSvg });
    if (blob.size > mostPngBytes) throw new AppError('image-too-large-to-copy');
    return { base64: await blobToBase64(blob) };
  };

  /** Says it in the page where the pointer is; on the toolbar icon if the page cannot. */
  const notify = async (tabId: number, notice: PageNotice): Promise<void> => {
    await sendToPage(tabId, 'page/notice', notice).catch(() => markTab(tabId, notice.text));
  };
  const notifyOfFailure = async (tabId: number, thrown: unknown): Promise<void> => {
    const { sentence, help } = errorText(toErrorData(thrown));
    await notify(tabId, { tone: 'error', text: sentence, help });
  };
  const stoodInNotice = (
    key: 'notice_saved_stood_in' | 'notice_copied_stood_in',
    { fetchedAt, because }: NonNullable<FetchedImage['stoodIn']>,
  ): PageNotice => ({
    tone: 'info',
    text: t(key, [formatTime(fetchedAt, Date.now()), errorText(because).sentence]),
  });
  const pointedBoard = async (tabId: number): Promise<string> =>
    parsePointedBoard(await sendToPage(tabId, 'page/pointed-board', undefined));

  return {
    fetchBoard,
    save,
    png,
    /** *Save board as image*: what came of it is seen in the browser's own downloads, unless it needs words. */
    async saveFromMenu(tabId: number): Promise<void> {
      try {
        const { stoodIn } = await save(tabId, await pointedBoard(tabId));
        if (stoodIn) await notify(tabId, stoodInNotice('notice_saved_stood_in', stoodIn));
      } catch (thrown) {
        await notifyOfFailure(tabId, thrown);
      }
    },
    /** *Copy board as image*: the page writes the clipboard, for it has the focus. */
    async copyFromMenu(tabId: number): Promise<void> {
      try {
        const blockId = await pointedBoard(tabId);
        await sendToPage(tabId, 'page/copy-board', { blockId });
        const stoodIn = stoodIns.get(tabId);
        await notify(
          tabId,
          stoodIn
            ? stoodInNotice('notice_copied_stood_in', stoodIn)
            : { tone: 'info', text: t('notice_copied') },
        );
      } catch (thrown) {
        await notifyOfFailure(tabId, thrown);
      }
    },
  };
}
