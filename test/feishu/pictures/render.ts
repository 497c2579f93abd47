import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import type { Scene } from './scene';
import { scenes, type SceneName } from './scenes';
import { toSvg } from './to-svg';

/** Counts up when the same scene comes out differently, so that pictures drawn before are not taken again. */
const RENDERER = 1;
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/board-pictures/', import.meta.url));

export interface PictureOptions {
  format: 'png' | 'jpeg' | 'gif' | 'svg';
  /** Device pixels for each unit of the scene; default 1. */
  scale?: number;
  /** 0 or absent: the board as first drawn; n >= 1: the board after its nth change. */
  variant?: number;
}

export interface Picture {
  bytes: Buffer;
  /** In device pixels. */
  width: number;
  height: number;
}

const drawn = new Map<string, Promise<Picture>>();

/**
 * Draws a scene. The same arguments give the same bytes: they are kept in this process, and on disk for
 * the next one.
 */
export function renderPicture(name: SceneName, options: PictureOptions): Promise<Picture> {
  const { format, scale = 1, variant = 0 } = options;
  const key = JSON.stringify([name, format, scale, variant]);
  const known = drawn.get(key);
  if (known) return known;
  const picture = drawOrLoad(scenes[name], format, scale, variant);
  drawn.set(key, picture);
  picture.catch(() => drawn.delete(key));
  return picture;
}

async function drawOrLoad(
  scene: Scene,
  format: PictureOptions['format'],
  scale: number,
  variant: number,
): Promise<Picture> {
  const size = { width: Math.round(scene.width * scale), height: Math.round(scene.height * scale) };
  const identity = JSON.stringify([RENDERER, sharp.versions, scene, format, scale, variant]);
  const file = `${CACHE}${createHash('sha256').update(identity).digest('hex').slice(0, 32)}.${format}`;
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return { bytes: kept, ...size };
  const bytes = await encode(toSvg(scene, variant, scale), format);
  await keep(file, bytes);
  return { bytes, ...size };
}

async function encode(svg: string, format: PictureOptions['format']): Promise<Buffer> {
  if (format === 'svg') return Buffer.from(svg);
  return encoders[format](sharp(Buffer.from(svg), { unlimited: true }).flatten()).toBuffer();
}

const encoders = {
  png: (image: Sharp) => image.png({ compressionLevel: 4 }),
  jpeg: (image: Sharp) => image.jpeg({ quality: 90 }),
  gif: (image: Sharp) => image.gif({ effort: 1, colours: 128, dither: 0 }),
};

/** Another process may draw the same picture at the same time: a file appears whole or not at all. */
async function keep(file: string, bytes: Buffer): Promise<void> {
  const half = `${file}.${process.pid}.part`;
  try {
    await mkdir(CACHE, { recursive: true });
    await writeFile(half, bytes);
    await rename(half, file);
  } catch {
    // A disk that cannot be written only costs time.
  }
}
