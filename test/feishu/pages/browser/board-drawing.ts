const images = new Map<string, Promise<HTMLImageElement>>();

function loadDrawing(url: string): Promise<HTMLImageElement> {
  const known = images.get(url);
  if (known) return known;
  const loading = new Promise<HTMLImageElement>((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => reject(new Error(`no drawing at ${url}`)));
    image.src = url;
  });
  images.set(url, loading);
  return loading;
}

/**
 * Draws a board into its canvas on the next frame after the drawing has come, as the site's own renderer
 * does: until then, and after an unmount, the canvas is blank.
 */
export function drawBoard(
  canvas: HTMLCanvasElement,
  url: string | undefined,
  width: number,
  height: number,
): void {
  const density = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  if (url === undefined) return;
  loadDrawing(url).then(
    (image) => requestAnimationFrame(() => paint(canvas, image)),
    () => {},
  );
}

/** The whole board, as large as it fits, in the middle. */
function paint(canvas: HTMLCanvasElement, image: HTMLImageElement): void {
  const context = canvas.getContext('2d');
  if (!context || !canvas.isConnected) return;
  const scale = Math.min(canvas.width / image.naturalWidth, canvas.height / image.naturalHeight);
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
  // The board goes on beyond what is drawn on it: its colour is that of the corner.
  context.drawImage(image, 0, 0, 1, 1, 0, 0, canvas.width, canvas.height);
  context.drawImage(image, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
}
