import { AppError } from '../errors';
import type { ImageStore } from '../image-store/image-store';
import type { ConvertPicture } from '../images/convert-picture';
import { slidePng } from '../images/slide-png';
import { blobToBase64 } from '../saving/base64';
import { clipboardHtml } from '../saving/clipboard-html';
import { pngPrefix } from '../saving/html-with-png';
import type { BoardWriting } from './board-writing';
import type { Tasks } from './create-tasks';

/** Messages hold 64 MiB in Chromium; base64 takes a third more than the bytes. */
const mostPngBytes = 45_000_000;

/** The tasks that draw pictures. */
export type PictureTasks = Pick<Tasks, 'picture/copy'>;

export interface PictureTasksDeps {
  images: Pick<ImageStore, 'get'>;
  convert: ConvertPicture;
  /** What is written on the board of a stored picture. */
  describe: (imageKey: string) => Promise<BoardWriting>;
}

/** A copy is never made larger than a message holds: `image-too-large-to-copy`. A picture that has gone: `storage-failed`. */
export function createPictureTasks({ images, convert, describe }: PictureTasksDeps): PictureTasks {
  return {
    'picture/copy': async ({ imageKey, width, board, isDescribed }) => {
      const found = await images.get(imageKey);
      if (!found) throw new AppError('storage-failed');
      const { png, size } = await slidePng(found, width, convert);
      if (png.size > mostPngBytes) throw new AppError('image-too-large-to-copy');
      // Without the link: some editors take the text of a link and leave out a picture in it.
      const writing = isDescribed ? await describe(imageKey) : undefined;
      const html = clipboardHtml({ name: board.name, writing }, { src: pngPrefix, size }, width);
      const isWithoutText = writing !== undefined && 'error' in writing;
      return { base64: await blobToBase64(png), html, isWithoutText };
    },
  };
}
