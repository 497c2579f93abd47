import { createBrowserStudio } from './browser-studio';
import { createPictureCheck, type CheckPicture } from './check-picture';
import { createPictureConverter, type ConvertPicture } from './convert-picture';
import { createInTurn } from './in-turn';
import type { OpenPictureDependencies } from './open-picture';

/** What a page with a DOM does with pictures. */
export interface Pictures {
  convert: ConvertPicture;
  check: CheckPicture;
}

/** Make one for each page: it does one thing at a time. An SVG's own tools are loaded with the first SVG. */
export function createBrowserPictures(): Pictures {
  const deps: OpenPictureDependencies = {
    studio: createBrowserStudio(),
    openVector: async (bytes) => (await import('./svg/browser-vector')).openVectorInBrowser(bytes),
  };
  const inTurn = createInTurn();
  return { convert: createPictureConverter(deps, inTurn), check: createPictureCheck(deps, inTurn) };
}
