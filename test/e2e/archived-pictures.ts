import { zipPictures } from '../browser/read-zip';
import { isSame } from './compare-bytes';
import type { ServedBoard } from './served-boards';

/** Whether an archive has the pictures of these boards, in this order and byte by byte, and no others. */
export async function hasPicturesOf(zip: string, served: readonly ServedBoard[]): Promise<boolean> {
  return isSame(await zipPictures(zip), Buffer.concat(served.map(({ picture }) => picture.bytes)));
}
