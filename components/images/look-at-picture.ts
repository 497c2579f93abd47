import type { ImageSize } from './measure';
import { openPicture, type OpenPictureDependencies } from './open-picture';
import { type DrawingPlan, planDrawing } from './plan-drawing';
import { judgePixels, type PictureFault } from './quality';
import type { Drawable, Surface } from './studio';

/** What one look at a picture gives. */
export interface Look {
  /** What is the matter with it: empty when it looks sound. */
  faults: PictureFault[];
  /** A small WebP of it (PNG where the browser writes no WebP), whole and in its own shape, never enlarged. */
  thumbnail: Blob;
}

/** @throws as `openPicture`: one that is broken is not suspect but no picture */
export type LookAtPicture = (blob: Blob) => Promise<Look>;

/** The longer side of the copy that is judged: fine enough for a line, and a megabyte at most. */
const copySide = 512;
const copyLimits = { maxSide: copySide, maxPixels: copySide * copySide };

/** In device pixels: twice the 72 by 45 CSS px that a list shows. */
const thumbnailRoom = { width: 144, height: 90 };

const thumbnailQuality = 0.85;

/** Looks at a small copy of a picture: it is decoded once for both. Holds much memory: to be called in turn. */
export function createPictureLook(deps: OpenPictureDependencies): LookAtPicture {
  return async (blob) => {
    const picture = await openPicture({ kind: 'served', blob }, deps);
    const surfaces: Surface[] = [];
    const draw = (from: Drawable, plan: DrawingPlan, isForReading: boolean): Surface => {
      const surface = deps.studio.createSurface(plan, isForReading);
      surfaces.push(surface);
      surface.draw(from, { x: 0, y: 0, width: from.width, height: from.height }, plan.content);
      return surface;
    };
    try {
      const { size } = picture;
      const copyPlan = planDrawing(size, 0, { scale: 1 }, copyLimits);
      const copy = draw(await picture.at(copyPlan.scale), copyPlan, true);
      const faults = judgePixels(copy.read(), size);
      const small = planDrawing(size, 0, { scale: thumbnailScale(size) }, copyLimits);
      const thumbnail = await draw(copy, small, false).encode('image/webp', thumbnailQuality);
      return { faults, thumbnail };
    } finally {
      picture.close();
      for (const surface of surfaces) surface.close();
    }
  };
}

function thumbnailScale({ width, height }: ImageSize): number {
  return Math.min(1, thumbnailRoom.width / width, thumbnailRoom.height / height);
}
