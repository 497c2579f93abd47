import type { StoredImage } from './stored-image';

/** What a picture takes of the budget, in bytes: its thumbnail too. */
export function weightOf({ bytes, thumbnailBytes = 0 }: StoredImage): number {
  return bytes + thumbnailBytes;
}

/** How many pictures there are, and what they take of the budget together, in bytes. */
export function weighImages(images: readonly StoredImage[]): { images: number; bytes: number } {
  return { images: images.length, bytes: images.reduce((total, image) => total + weightOf(image), 0) };
}
