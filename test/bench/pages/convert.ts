import { createBrowserPictures } from '../../../components/images/browser-pictures';

/** What `convert-pictures.ts` asks of the page that this is bundled for: times in ms. */
export interface ConvertBench {
  /** Draws a board of so many megapixels, four to three. */
  draw(megapixels: number): Promise<void>;
  /** As the extension does it. */
  convert(format: 'png' | 'webp'): Promise<number>;
  /** Decode, draw, encode, and nothing else. */
  bare(format: 'png' | 'webp'): Promise<number>;
}

declare global {
  interface Window {
    bench: ConvertBench;
  }
}

const { convert } = createBrowserPictures();
const quality = 0.9;
let board = new Blob();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

window.bench = {
  async draw(megapixels) {
    const height = Math.round(Math.sqrt((megapixels * 1e6 * 3) / 4));
    const canvas = new OffscreenCanvas(Math.round((height * 4) / 3), height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.font = '28px sans-serif';
    for (let y = 40; y < canvas.height - 100; y += 140) {
      for (let x = 40; x < canvas.width - 220; x += 260) {
        context.fillStyle = `hsl(${(x + y) % 360} 80% 90%)`;
        context.fillRect(x, y, 200, 90);
        context.strokeRect(x, y, 200, 90);
        context.fillStyle = '#1d2127';
        context.fillText(`${x} × ${y}`, x + 20, y + 54, 160);
      }
    }
    board = await canvas.convertToBlob({ type: 'image/png' });
  },
  convert: (format) => timed(() => convert({ kind: 'served', blob: board }, { format, quality })),
  bare: (format) =>
    timed(async () => {
      const bitmap = await createImageBitmap(board);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
      await canvas.convertToBlob({ type: `image/${format}`, quality });
    }),
};
