import { toAppError } from '../errors';
import { errorText } from '../i18n/error-text';
import { t } from '../i18n/t';
import type { PageNotice } from '../messaging/page-requests';
import type { BackgroundReplies } from '../messaging/protocol';

type FetchedBoard = BackgroundReplies['page/board-png'];

export interface CopyBoardDeps {
  fetchBoard: (blockId: string) => Promise<FetchedBoard>;
  /** Puts what is being fetched on the clipboard. Called in the click's own tick. */
  write: (fetched: Promise<FetchedBoard>) => Promise<void>;
  /** @param act what the notice's button does, in the click's own tick */
  showNotice: (notice: PageNotice, act?: () => void) => void;
}

/**
 * Puts a board on the clipboard from the page. Where the page has not got the focus, which browsers ask for, a button
 * is offered instead: pressing it gives the page the focus and copies the picture, which is there by then.
 *
 * @returns whether it lies on the clipboard, and what there is to say of it
 */
export function createBoardCopy({ fetchBoard, write, showNotice }: CopyBoardDeps) {
  return async (blockId: string): Promise<{ isCopied: boolean; notice?: PageNotice | undefined }> => {
    const fetched = fetchBoard(blockId);
    const offer = (thrown: unknown): void => {
      const { code } = toAppError(thrown);
      const { sentence, help } = errorText({ code });
      if (code !== 'clipboard-unfocused') return showNotice({ tone: 'error', text: sentence, help });
      const ready: PageNotice = { tone: 'info', text: t('notice_copy_ready'), button: t('notice_copy_now') };
      showNotice(ready, () => {
        write(fetched).then(() => showNotice({ tone: 'info', text: t('notice_copied') }), offer);
      });
    };
    try {
      await write(fetched);
    } catch (thrown) {
      if (toAppError(thrown).code !== 'clipboard-unfocused') throw thrown;
      await fetched;
      offer(thrown);
      return { isCopied: false };
    }
    return { isCopied: true, notice: (await fetched).notice };
  };
}
