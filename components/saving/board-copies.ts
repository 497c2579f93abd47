import { AppError } from '../errors';
import type { ImageStore } from '../image-store/image-store';
import type { StoredImage } from '../image-store/stored-image';
import type { ConvertPicture } from '../images/convert-picture';
import { slidePng } from '../images/slide-png';
import { blobToBase64 } from './base64';
import { type CopiedBoard, clipboardHtml, clipboardHtmlOfAll, type CopiedPicture } from './clipboard-html';
import type { Copied } from './copy-to-clipboard';
import { pngPrefix } from './html-with-png';

export interface BoardCopiesDependencies {
  images: Pick<ImageStore, 'get'>;
  convert: ConvertPicture;
  /** Pixels that pictures for slides have. */
  slideWidth: () => Promise<number>;
}

/** What lies on the clipboard when boards are copied. */
export interface BoardCopies {
  /** @throws `storage-failed` where the picture has gone, and as drawing it does */
  one(imageKey: string, board: CopiedBoard): Promise<Copied>;
  /**
   * Several at once, their pictures fetched one after the other.
   *
   * @param fetchBoard puts the picture of `boards[index]` in the store and tells its key
   * @throws `too-many-to-copy`, and as `one` and `fetchBoard` do
   */
  all(boards: readonly CopiedBoard[], fetchBoard: (index: number) => Promise<string>): Promise<Copied>;
}

/** Base64 of all pictures together: editors and mail programs choke on more, and it is held several times over. */
const mostCharacters = 40_000_000;

type FoundImage = NonNullable<Awaited<ReturnType<ImageStore['get']>>>;

interface Read {
  png: Blob;
  picture: CopiedPicture;
  writing: StoredImage['writing'];
}

/** The PNG made last is kept: whoever prepared it, or copies it again, need not wait for its encoding. */
export function createBoardCopies({ images, convert, slideWidth }: BoardCopiesDependencies): BoardCopies {
  let last: { version: string; made: Promise<Omit<Read, 'writing'>> } | undefined;

  const make = async (found: FoundImage, width: number): Promise<Omit<Read, 'writing'>> => {
    const { png, size } = await slidePng(found, width, convert);
    return { png, picture: { src: pngPrefix + (await blobToBase64(png)), size } };
  };
  const read = async (imageKey: string, wanted: number | Promise<number>): Promise<Read> => {
    const [found, width] = await Promise.all([images.get(imageKey), wanted]);
    if (!found) throw new AppError('storage-failed');
    const { fetchedAt, writing } = found.image;
    const version = `${imageKey} ${fetchedAt} ${width}`;
    if (last?.version !== version) last = { version, made: make(found, width) };
    const mine = last;
    try {
      return { ...(await mine.made), writing };
    } catch (thrown) {
      if (last === mine) last = undefined;
      throw thrown;
    }
  };
  return {
    async one(imageKey, board) {
      const width = slideWidth();
      const { png, picture, writing } = await read(imageKey, width);
      // Without the link: some editors take the text of a link and leave out a picture in it.
      return { png, html: clipboardHtml({ name: board.name, writing }, picture, await width) };
    },
    async all(boards, fetchBoard) {
      const width = await slideWidth();
      const copied: { board: CopiedBoard; picture: CopiedPicture }[] = [];
      let characters = 0;
      for (const [index, board] of boards.entries()) {
        const { picture, writing } = await read(await fetchBoard(index), width);
        characters += picture.src.length;
        if (characters > mostCharacters) throw new AppError('too-many-to-copy');
        copied.push({ board: { ...board, writing }, picture });
      }
      const text = boards.map(({ name, link }) => [name, link].filter(Boolean).join('\n')).join('\n\n');
      return { html: clipboardHtmlOfAll(copied, width), text };
    },
  };
}
