import { crc32 } from './crc32';
import type { Description } from './recipe';

export interface PngMetadata {
  /** Pixels for each CSS pixel: programs then place the picture at its own size. */
  density?: number | undefined;
  description?: Description | undefined;
}

/** The signature (8 bytes) and IHDR (25), which always comes first. https://www.w3.org/TR/png-3/#5ChunkOrdering */
const headBytes = 33;

/** CSS has 96 pixels to the inch; pHYs counts pixels to the metre. */
const pixelsPerMetre = 96 / 0.0254;

/** The same PNG with these chunks behind its header. Nothing is decoded, and no byte of it is copied. */
export function withPngMetadata(png: Blob, { density, description }: PngMetadata): Blob {
  const chunks: BlobPart[] = [];
  if (density !== undefined) chunks.push(physicalSize(density));
  if (description !== undefined) {
    chunks.push(text('Title', description.title));
    if (description.text) chunks.push(text('Description', description.text));
  }
  if (chunks.length === 0) return png;
  return new Blob([png.slice(0, headBytes), ...chunks, png.slice(headBytes)], { type: 'image/png' });
}

/** https://www.w3.org/TR/png-3/#11pHYs */
function physicalSize(density: number): Uint8Array<ArrayBuffer> {
  const data = new DataView(new ArrayBuffer(9));
  data.setUint32(0, Math.round(density * pixelsPerMetre));
  data.setUint32(4, Math.round(density * pixelsPerMetre));
  data.setUint8(8, 1);
  return chunk('pHYs', new Uint8Array(data.buffer));
}

/** UTF-8, not compressed, in no language. https://www.w3.org/TR/png-3/#11iTXt */
function text(keyword: string, value: string): Uint8Array<ArrayBuffer> {
  return chunk('iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${value.replaceAll('\0', '')}`));
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}
