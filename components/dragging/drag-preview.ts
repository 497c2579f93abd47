/** In CSS pixels: enough to tell which board it is, and to see past it where it will fall. */
const width = 160;

/** A small version of a picture, for the pointer to carry; the picture itself would cover the screen. */
export async function dragPreview(page: Document, blob: Blob): Promise<HTMLImageElement> {
  const small = await createImageBitmap(blob, { resizeWidth: width, resizeQuality: 'medium' });
  const canvas = page.createElement('canvas');
  canvas.width = small.width;
  canvas.height = small.height;
  canvas.getContext('2d')?.drawImage(small, 0, 0);
  small.close();
  const image = page.createElement('img');
  image.src = canvas.toDataURL();
  await image.decode();
  return image;
}
