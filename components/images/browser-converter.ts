import { createBrowserStudio } from './browser-studio';
import { createPictureConverter, type ConvertPicture } from './convert-picture';

/** The converter of a page: one for each, since it does one thing at a time. An SVG's own tools come with the first SVG. */
export function createBrowserConverter(): ConvertPicture {
  return createPictureConverter({
    studio: createBrowserStudio(),
    openVector: async (bytes) => (await import('./svg/browser-vector')).openVectorInBrowser(bytes),
  });
}
