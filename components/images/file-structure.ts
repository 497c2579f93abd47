import type { ImageType } from '../image-store/stored-image';

/** What the blocks of a file tell, without anything being decoded. */
export interface FileStructure {
  /** Whether the file ends where its picture does: browsers draw what is there of a file that was cut short. */
  isWhole: boolean;
  isAnimated: boolean;
}

/** Walks over a file's blocks. No length in it is believed beyond the bytes that are there. */
export function readFileStructure(bytes: Uint8Array, type: ImageType): FileStructure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readers[type](view, bytes);
}

const readers: Record<ImageType, (view: DataView, bytes: Uint8Array) => FileStructure> = {
  'image/png': readPng,
  'image/jpeg': readJpeg,
  'image/gif': readGif,
  'image/webp': readWebp,
  'image/svg+xml': readSvg,
};

/** Chunks up to IEND; acTL makes it an animation. https://www.w3.org/TR/png-3/#5Chunk-layout */
function readPng(view: DataView): FileStructure {
  let isAnimated = false;
  let at = 8;
  while (at + 12 <= view.byteLength) {
    const name = view.getUint32(at + 4);
    if (name === 0x49454e44) return { isWhole: true, isAnimated };
    if (name === 0x6163544c) isAnimated = true;
    at += 12 + view.getUint32(at);
  }
  return { isWhole: false, isAnimated };
}

/** An end-of-image marker behind the first scan: within scans every other 0xff is followed by 0. */
function readJpeg(view: DataView, bytes: Uint8Array): FileStructure {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda) {
    at += view.getUint8(at + 1) === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  let end = bytes.lastIndexOf(0xd9);
  while (end > at && bytes[end - 1] !== 0xff) end = bytes.lastIndexOf(0xd9, end - 1);
  return { isWhole: end > at, isAnimated: false };
}

/** Blocks up to the trailer; each image descriptor is a frame. https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function readGif(view: DataView): FileStructure {
  const colours = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);
  let frames = 0;
  let at = view.byteLength > 10 ? 13 + colours(view.getUint8(10)) : Infinity;
  while (at < view.byteLength) {
    const block = view.getUint8(at);
    if (block === 0x3b) return { isWhole: true, isAnimated: frames > 1 };
    if (block === 0x2c && at + 9 < view.byteLength) {
      frames += 1;
      at = afterSubBlocks(view, at + 11 + colours(view.getUint8(at + 9)));
    } else if (block === 0x21) at = afterSubBlocks(view, at + 2);
    else break;
  }
  return { isWhole: false, isAnimated: frames > 1 };
}

function afterSubBlocks(view: DataView, from: number): number {
  let at = from;
  while (at < view.byteLength) {
    const length = view.getUint8(at);
    at += 1 + length;
    if (length === 0) return at;
  }
  return Infinity;
}

/** The RIFF header says how long the file is, VP8X whether it moves. */
function readWebp(view: DataView): FileStructure {
  if (view.byteLength < 21) return { isWhole: false, isAnimated: false };
  const isExtended = view.getUint32(12) === 0x56503858;
  return {
    isWhole: view.getUint32(4, true) + 8 <= view.byteLength,
    isAnimated: isExtended && (view.getUint8(20) & 0x02) !== 0,
  };
}

/** Behind the end of a drawing there are comments at most, in bytes. */
const svgTail = 4096;

/** The end tag of the outermost element. */
function readSvg(_: DataView, bytes: Uint8Array): FileStructure {
  const tail = new TextDecoder().decode(bytes.subarray(-svgTail));
  return { isWhole: /<\/([\w.-]+:)?svg\s*>/.test(tail), isAnimated: false };
}
