import type { Board, Brand } from '../boards/board';
import { AppError, type ErrorData } from '../errors';
import { requireWhiteboardId } from '../finding/require-whiteboard-id';
import type { ImageStore } from '../image-store/image-store';
import type { StoredImage } from '../image-store/stored-image';
import { extensionOf } from '../images/sniff';
import type { FetchImage } from './fetch-image';
import { defaultTemplate, expandTemplate, safeFileName } from './file-name';
import type { FileSaver } from './save-file';

export interface BoardSaverDependencies {
  fetchImage: FetchImage;
  images: Pick<ImageStore, 'get'>;
  saver: Pick<FileSaver, 'saveFile'>;
  /** Who is signed in. @throws `not-signed-in` */
  accountIdFor: (brand: Brand) => Promise<string>;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** How the file is named; see `expandTemplate`. */
  template?: () => Promise<string>;
}

/** The board to save, and what its file name is made of. */
export interface BoardToSave {
  brand: Brand;
  board: Board;
  /** Caption, else heading, else *Board n*, in the user's language. */
  name: string;
  /** Cleaned. */
  documentTitle: string;
}

/** A board's picture as a file on disk. */
export interface SavedBoard {
  downloadId: number;
  fileName: string;
  image: StoredImage;
  stoodIn?: { fetchedAt: number; because: ErrorData };
}

export type SaveBoard = (
  board: BoardToSave,
  options?: { signal?: AbortSignal | undefined; fresh?: boolean | undefined },
) => Promise<SavedBoard>;

/** Saves one board as a file in the downloads folder, as it was served. Fails as its three steps do. */
export function createBoardSaver({
  fetchImage,
  images,
  saver,
  accountIdFor,
  now,
  template = async () => defaultTemplate,
}: BoardSaverDependencies): SaveBoard {
  return async ({ brand, board, name, documentTitle }, { signal, fresh } = {}) => {
    const whiteboardId = requireWhiteboardId(board);
    const accountId = await accountIdFor(brand);
    const fetched = await fetchImage({ brand, accountId, whiteboardId }, { signal, fresh });
    const found = await images.get(fetched.image.key);
    if (found === undefined) throw new AppError('storage-failed');
    const { type, width, height } = found.image;
    const title = expandTemplate(await template(), {
      doc: documentTitle,
      heading: board.heading,
      caption: board.caption,
      name,
      n: board.number,
      highest: board.number,
      date: now(),
      id: board.blockId,
      width,
      height,
    });
    const file = await saver.saveFile(found.blob, safeFileName(title, extensionOf(type)), { signal });
    return { ...file, ...fetched };
  };
}
