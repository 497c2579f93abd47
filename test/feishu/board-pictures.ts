import type { Board } from './entities';
import { renderPicture, type Picture } from './pictures/render';

const drawn = new Map<string, Promise<Picture>>();

/** The board's picture as it looks now. Drawing takes long, so each is drawn once in this process. */
export function pictureOf(board: Board): Promise<Picture> {
  const { scene, format, scale, variant } = board;
  const key = [scene, format, scale, variant].join(' ');
  const picture = drawn.get(key) ?? renderPicture(scene, { format, scale, variant });
  drawn.set(key, picture);
  return picture;
}
