import { createImageStore } from '../../components/image-store/image-store';
import { createBrowserPictures } from '../../components/images/browser-pictures';
import { createBoardCopies } from '../../components/saving/board-copies';
import { settings } from '../../components/settings/settings';

/** What is copied of stored pictures. */
export const copies = createBoardCopies({
  // The background alone writes pictures: the budget is its business.
  images: createImageStore({ now: Date.now, budgetBytes: async () => Infinity }),
  convert: createBrowserPictures().convert,
  slideWidth: settings.slideWidth.get,
});

export { boardMarkdown } from '../../components/saving/board-markdown';
