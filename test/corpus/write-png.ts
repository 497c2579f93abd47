import { crc32, deflateSync } from 'node:zlib';
import { cardPixel, cardSize, type Rgba } from './test-card';

export interface PngKind {
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  colourType: 0 | 2 | 3 | 4 | 6;
  bitDepth: 1 | 2 | 4 | 8 | 16;
  interlaced: boolean;
}

/** Every kind that the standard allows: https://www.w3.org/TR/png-3/#table111 */
export const pngKinds: PngKind[] = [false, true].flatMap((interlaced) =>
  (
    [
      [0, [1, 2, 4, 8, 16]],
      [2, [8, 16]],
      [3, [1, 2, 4, 8]],
      [4, [8, 16]],
      [6, [8, 16]],
    ] as const
  ).flatMap(([colourType, depths]) => depths.map((bitDepth) => ({ colourType, bitDepth, interlaced }))),
);

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A chunk with its length and checksum. */
export function pngChunk(type: string, data: Uint8Array = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** IHDR. */
export function pngHeader(
  width: number,
  height: number,
  bitDepth = 8,
  colourType = 2,
  interlace = 0,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, colourType, 0, 0, interlace], 8);
  return pngChunk('IHDR', header);
}

/** The test card as this kind; `extra` stands between IHDR and the pixels. */
export function writePng({ colourType, bitDepth, interlaced }: PngKind, extra: Buffer[] = []): Buffer {
  const fades = colourType >= 4;
  const passes = interlaced ? adam7 : [[0, 0, 1, 1] as const];
  const rows = passes.flatMap(([left, top, across, down]) =>
    rowsOf(
      left,
      top,
      across,
      down,
      (x, y) => samples(cardPixel(x, y, fades), colourType, bitDepth),
      bitDepth,
    ),
  );
  const { width, height } = cardSize;
  return Buffer.concat([
    pngSignature,
    pngHeader(width, height, bitDepth, colourType, interlaced ? 1 : 0),
    ...extra,
    ...(colourType === 3 ? [pngChunk('PLTE', palette(bitDepth))] : []),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND'),
  ]);
}

/** First column and row, and steps, of each pass. */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function rowsOf(
  left: number,
  top: number,
  across: number,
  down: number,
  samplesAt: (x: number, y: number) => number[],
  bitDepth: number,
): Buffer[] {
  const rows: Buffer[] = [];
  for (let y = top; y < cardSize.height; y += down) {
    const values: number[] = [];
    for (let x = left; x < cardSize.width; x += across) values.push(...samplesAt(x, y));
    if (values.length > 0) rows.push(Buffer.from([0]), pack(values, bitDepth));
  }
  return rows;
}

function samples([red, green, blue, alpha]: Rgba, colourType: number, bitDepth: number): number[] {
  const most = 2 ** bitDepth - 1;
  const grey = (red + green + blue) / 3;
  const channels = {
    0: [grey],
    2: [red, green, blue],
    3: [grey],
    4: [grey, alpha],
    6: [red, green, blue, alpha],
  }[colourType];
  return (channels ?? []).map((value) => Math.round((value / 255) * most));
}

/** Greys, the darkest first: with the same samples as a grey picture. */
function palette(bitDepth: number): Buffer {
  const colours = 2 ** bitDepth;
  return Buffer.from(
    Array.from({ length: colours }, (_, index) => Math.round((255 * index) / (colours - 1))).flatMap(
      (grey) => [grey, grey, grey],
    ),
  );
}

function pack(values: readonly number[], bitDepth: number): Buffer {
  if (bitDepth === 16) {
    const wide = Buffer.alloc(values.length * 2);
    values.forEach((value, index) => wide.writeUInt16BE(value, index * 2));
    return wide;
  }
  const bytes = Buffer.alloc(Math.ceil((values.length * bitDepth) / 8));
  values.forEach((value, index) => {
    const bit = index * bitDepth;
    const at = bit >> 3;
    bytes[at] = (bytes[at] ?? 0) | (value << (8 - bitDepth - (bit & 7)));
  });
  return bytes;
}
