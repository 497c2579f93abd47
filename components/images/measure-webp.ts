import type { ImageSize } from './measure';

/**
 * The first chunk of a WebP file tells its size: `VP8 ` (lossy), `VP8L` (lossless) or `VP8X` (extended).
 * https://developers.google.com/speed/webp/docs/riff_container
 */
export function measureWebp(view: DataView): ImageSize | undefined {
  if (view.byteLength < 30) return undefined;
  switch (view.getUint32(12)) {
    case 0x56503820: // 'VP8 ': after three bytes of frame tag the start code 9d 01 2a, then 14 bits each
      if (view.getUint8(23) !== 0x9d || view.getUint16(24) !== 0x012a) return undefined;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      // 'VP8L': after the signature 2f 14 bits each, less one
      if (view.getUint8(20) !== 0x2f) return undefined;
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: // 'VP8X': the canvas, 24 bits each, less one
      return { width: getUint24(view, 24) + 1, height: getUint24(view, 27) + 1 };
    default:
      return undefined;
  }
}

function getUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
