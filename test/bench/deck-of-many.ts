import sharp from 'sharp';
import { buildDeck } from '../../components/deck/build-deck';
import { makeArchive } from '../../components/saving/archive';

/** How many boards, each with a picture as wide as slides want it, of colours at random: it does not compress. */
const boards = 100;
const [width, height] = [1920, 1080];

async function pictureOf(seed: number): Promise<Blob> {
  // A board's worth of bytes: drawn small and enlarged, noise is as large as a drawing.
  const noise = Buffer.from(Array.from({ length: 240 * 135 * 3 }, (_, at) => (at * 7919 * (seed + 3)) % 251));
  const small = await sharp(noise, { raw: { width: 240, height: 135, channels: 3 } })
    .png()
    .toBuffer();
  const png = await sharp(small).resize(width, height).png({ compressionLevel: 1 }).toBuffer();
  return new Blob([new Uint8Array(png)], { type: 'image/png' });
}

/** A deck of a hundred boards, and the same pictures in a bare ZIP. */
export async function deckOfMany() {
  const pictures: Blob[] = [];
  for (let seed = 0; seed < boards; seed += 1) pictures.push(await pictureOf(seed));
  const bytes = pictures.reduce((sum, { size }) => sum + size, 0);
  return {
    bytes,
    deck: () =>
      buildDeck({
        title: 'Deck',
        date: '2026-11-22',
        shape: '16:9',
        cover: true,
        boards: pictures.map((_, index) => ({ name: `Board ${index + 1}` })),
        read: async (index) => ({ picture: pictures[index] ?? new Blob() }),
        createdAt: 0,
      }),
    zip: () =>
      makeArchive(
        (async function* () {
          for (const [index, content] of pictures.entries()) {
            yield { name: `${index + 1}.png`, lastModified: new Date(0), content };
          }
        })(),
      ),
  };
}

/** Runs `work`, and tells how long it took in ms, and how much the heap grew meanwhile at most, in MB. */
export async function measured(work: () => Promise<unknown>): Promise<{ ms: number; heapMb: number }> {
  globalThis.gc?.();
  const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = used();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, used())), 5);
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  clearInterval(timer);
  return { ms, heapMb: (Math.max(most, used()) - before) / 1_000_000 };
}
