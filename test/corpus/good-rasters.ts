import sharp, { type Sharp } from 'sharp';
import { renderPicture } from '../feishu/pictures/render';
import { sceneNames } from '../feishu/pictures/scenes';
import type { CorpusPicture } from './corpus-picture';
import { cardPixels, cardSize } from './test-card';
import { pngChunk, pngKinds, writePng } from './write-png';

const card = (fades = false): Sharp => sharp(cardPixels(fades), { raw: { ...cardSize, channels: 4 } });
const opaque = (): Sharp => card().removeAlpha();

const pngs: CorpusPicture[] = [
  ...pngKinds.map((kind) => ({
    name: `png of colour type ${kind.colourType}, ${kind.bitDepth} bit${kind.interlaced ? ', interlaced' : ''}`,
    make: () => writePng(kind),
  })),
  {
    name: 'png with one transparent grey',
    make: () =>
      writePng({ colourType: 0, bitDepth: 8, interlaced: false }, [pngChunk('tRNS', Buffer.from([0, 37]))]),
  },
  {
    name: 'png with one transparent colour',
    make: () =>
      writePng({ colourType: 2, bitDepth: 8, interlaced: false }, [
        pngChunk('tRNS', Buffer.from([0, 20, 0, 30, 0, 60])),
      ]),
  },
  {
    name: 'png with a transparent palette',
    make: () => card(true).png({ palette: true, colours: 64 }).toBuffer(),
  },
  { name: 'png in Display P3', make: () => opaque().withIccProfile('p3').png().toBuffer() },
  { name: 'png with a resolution', make: () => opaque().withMetadata({ density: 300 }).png().toBuffer() },
  {
    name: 'png of one pixel',
    make: () => card().extract({ left: 9, top: 9, width: 1, height: 1 }).png().toBuffer(),
  },
];

const jpegs: CorpusPicture[] = [
  { name: 'jpeg', make: () => opaque().jpeg({ quality: 95 }).toBuffer() },
  { name: 'jpeg, progressive', make: () => opaque().jpeg({ quality: 95, progressive: true }).toBuffer() },
  {
    name: 'jpeg without subsampling',
    make: () => opaque().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
  },
  { name: 'jpeg, grey', make: () => opaque().greyscale().jpeg({ quality: 95 }).toBuffer() },
  { name: 'jpeg in CMYK', make: () => opaque().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer() },
  { name: 'jpeg in Display P3', make: () => opaque().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer() },
  { name: 'jpeg with restarts', make: () => opaque().jpeg({ quality: 95, optimiseScans: true }).toBuffer() },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => ({
    name: `jpeg of orientation ${orientation}`,
    make: () => opaque().withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer(),
  })),
];

const frames = async (format: 'gif' | 'webp'): Promise<Buffer> => {
  const { width, height } = cardSize;
  const second = Buffer.alloc(width * height * 4, 200);
  const both = sharp(Buffer.concat([cardPixels(), second]), {
    raw: { width, height: height * 2, channels: 4, pageHeight: height },
  });
  return both[format]({ delay: [100, 100], loop: 0 }).toBuffer();
};

const others: CorpusPicture[] = [
  { name: 'gif', make: () => opaque().gif({ dither: 0 }).toBuffer() },
  { name: 'gif with transparency', make: () => card(true).gif({ dither: 0 }).toBuffer() },
  { name: 'gif, animated', make: () => frames('gif') },
  { name: 'webp', make: () => opaque().webp({ quality: 95 }).toBuffer() },
  { name: 'webp without loss', make: () => opaque().webp({ lossless: true }).toBuffer() },
  { name: 'webp with transparency', make: () => card(true).webp({ quality: 95 }).toBuffer() },
  { name: 'webp, animated', make: () => frames('webp') },
];

/** Boards as somebody could have drawn them, as small as a thumbnail. */
const boards: CorpusPicture[] = sceneNames.map((scene, index) => {
  const format = (['png', 'jpeg', 'gif'] as const)[index % 3] ?? 'png';
  return {
    name: `board ${scene} as ${format}`,
    make: async () => (await renderPicture(scene, { format, scale: 0.2 })).bytes,
  };
});

/** Pictures that every program shows alike. */
export const goodRasters: readonly CorpusPicture[] = [...pngs, ...jpegs, ...others, ...boards];
