import type { Brand } from '../boards/board';
import type { ImageStore } from '../image-store/image-store';
import type { StoredImage } from '../image-store/stored-image';
import { type BoardRecipe, isAsServed } from '../board-recipe';

/** A stored picture, and what is to be made of it. */
export interface ConvertRequest {
  brand: Brand;
  /** As it was served. */
  image: StoredImage;
  /** What the board is called. */
  title: string;
  recipe: BoardRecipe;
}

/** The picture that was made, in the image store as well. @throws as the conversion does; `cancelled` */
export type ConvertImage = (request: ConvertRequest, signal?: AbortSignal) => Promise<StoredImage>;

/** What is asked of the place that draws. It ends with `cancelled` once `cancel` was called with its id. */
export interface Conversions {
  convert(order: {
    id: string;
    brand: Brand;
    imageKey: string;
    title: string;
    recipe: BoardRecipe;
  }): Promise<{ image: StoredImage; isNew: boolean }>;
  cancel(id: string): Promise<unknown>;
}

/** Has pictures made elsewhere, where there is a DOM: only keys travel. As served, a picture is what it is. */
export function createImageConverter(
  { convert, cancel }: Conversions,
  store: Pick<ImageStore, 'settle'>,
): ConvertImage {
  return async ({ brand, image, title, recipe }, signal) => {
    if (isAsServed(recipe)) return image;
    const id = crypto.randomUUID();
    const stop = (): void => void cancel(id).catch(() => undefined);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const made = await convert({ id, brand, imageKey: image.key, title, recipe });
      if (made.isNew) await store.settle(made.image.key);
      return made.image;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  };
}
