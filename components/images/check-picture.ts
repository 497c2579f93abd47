import type { InTurn } from './in-turn';
import { openPicture, type OpenPicture, type OpenPictureDependencies } from './open-picture';
import { planDrawing } from './plan-drawing';
import { judgePixels, type PictureFault } from './quality';
import type { Pixels } from './pixels';

/** The longer side of the copy that is looked at: fine enough for a line, and a megabyte at most. */
const copySide = 512;

/**
 * What is the matter with a picture that came: an empty list when it looks sound.
 * @throws as `openPicture`: one that is broken is not suspect but no picture
 */
export type CheckPicture = (blob: Blob) => Promise<PictureFault[]>;

/** Looks at a small copy of each picture, in the same queue as what else holds much memory. */
export function createPictureCheck(deps: OpenPictureDependencies, inTurn: InTurn): CheckPicture {
  return (blob) =>
    inTurn(async () => {
      const picture = await openPicture({ kind: 'served', blob }, deps);
      try {
        return judgePixels(await copyOf(picture, deps), picture.size);
      } finally {
        picture.close();
      }
    });
}

async function copyOf(picture: OpenPicture, { studio }: OpenPictureDependencies): Promise<Pixels> {
  const limits = { maxSide: copySide, maxPixels: copySide * copySide };
  const plan = planDrawing(picture.size, 0, { scale: 1 }, limits);
  const drawable = await picture.at(plan.scale);
  const surface = studio.createSurface(plan, true);
  try {
    surface.draw(drawable, { x: 0, y: 0, width: drawable.width, height: drawable.height }, plan.content);
    return surface.read();
  } finally {
    surface.close();
  }
}
