import { createBrowserStudio } from './browser-studio';
import { createPictureConverter, type ConvertPicture } from './convert-picture';
import { createInTurn } from './in-turn';
import { createPictureLook, type LookAtPicture } from './look-at-picture';
import type { OpenPictureDependencies } from './open-picture';

/** What a page with a DOM does with pictures. */
export interface Pictures {
  convert: ConvertPicture;
  lookAt: LookAtPicture;
}

/**
 * Make one for each page: it does one thing at a time. An SVG's own tools are loaded with the first SVG.
 *
 * @param elsewhere who looks at pictures in the place of this page, where it can
 */
export function createBrowserPictures(elsewhere = (lookHere: LookAtPicture) => lookHere): Pictures {
  const deps: OpenPictureDependencies = {
    studio: createBrowserStudio(),
    openVector: async (bytes) => (await import('./svg/browser-vector')).openVectorInBrowser(bytes),
  };
  const inTurn = createInTurn();
  const lookAt = elsewhere(createPictureLook(deps));
  return { convert: createPictureConverter(deps, inTurn), lookAt: (blob) => inTurn(() => lookAt(blob)) };
}
