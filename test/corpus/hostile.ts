import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { HostilePicture } from './corpus-picture';
import { cardPixels, cardSize } from './test-card';
import { pngChunk, pngHeader, pngSignature, writePng } from './write-png';

const fine = (): Buffer => writePng({ colourType: 2, bitDepth: 8, interlaced: false });
const card = () => sharp(cardPixels(), { raw: { ...cardSize, channels: 4 } }).removeAlpha();
const png = (...chunks: Buffer[]): Buffer => Buffer.concat([pngSignature, ...chunks]);
const end = pngChunk('IEND');
const cut = (bytes: Buffer, share: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * share));
const patched = (bytes: Buffer, at: number, ...values: number[]): Buffer => {
  const copy = Buffer.from(bytes);
  copy.set(values, at);
  return copy;
};
const broken = (name: string, make: HostilePicture['make']): HostilePicture => ({
  name,
  make,
  code: 'image-undecodable',
});
const foreign = (name: string, text: string): HostilePicture => ({
  name,
  make: () => Buffer.from(text),
  code: 'response-not-image',
});
const tooLarge = (name: string, make: HostilePicture['make']): HostilePicture => ({
  name,
  make,
  code: 'image-too-large-to-convert',
});
const unsafe = (name: string, text: () => string): HostilePicture => ({
  name,
  make: () => Buffer.from(text()),
  code: 'image-unsafe',
});
const brokenSvg = (name: string, text: string): HostilePicture =>
  broken(`svg ${name}`, () => Buffer.from(text));

/** The largest lie that a header of each format can tell. */
const jpegHeader = (width: number, height: number): Buffer => {
  const frame = Buffer.from([
    0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 0xff, 0xd9,
  ]);
  frame.writeUInt16BE(height, 7);
  frame.writeUInt16BE(width, 9);
  return frame;
};
const gifHeader = (width: number, height: number, ...rest: number[]): Buffer => {
  const bytes = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(7), Buffer.from([...rest, 0x3b])]);
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
};
const webpHeader = (): Buffer => {
  const bytes = Buffer.alloc(40, 0xff);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(32, 4);
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUInt32LE(10, 16);
  return bytes;
};

const levels = (count: number, line: (level: number) => string): string =>
  Array.from({ length: count }, (_, level) => line(level + 1)).join('');
const svgNamespace = 'xmlns="http://www.w3.org/2000/svg"';

const pngs: HostilePicture[] = [
  broken('png cut in half', () => cut(fine(), 0.5)),
  broken('png without its last byte', () => fine().subarray(0, -1)),
  broken('png cut in its header', () => fine().subarray(0, 20)),
  broken('png signature alone', () => pngSignature),
  broken('png without pixels', () => png(pngHeader(45, 30), end)),
  broken('png whose pixels are noise', () =>
    png(pngHeader(45, 30), pngChunk('IDAT', Buffer.alloc(64, 0xa5)), end),
  ),
  broken('png with another chunk first', () =>
    png(pngChunk('tEXt', Buffer.from('a\0b')), fine().subarray(8)),
  ),
  broken('png of no width', () =>
    png(pngHeader(0, 30), pngChunk('IDAT', deflateSync(Buffer.alloc(30))), end),
  ),
  broken('png of unknown depth', () =>
    png(pngHeader(45, 30, 7), pngChunk('IDAT', deflateSync(Buffer.alloc(9999))), end),
  ),
  broken('png of unknown colour type', () =>
    png(pngHeader(45, 30, 8, 5), pngChunk('IDAT', deflateSync(Buffer.alloc(9999))), end),
  ),
  broken('png of unknown interlacing', () =>
    png(pngHeader(45, 30, 8, 2, 9), pngChunk('IDAT', deflateSync(Buffer.alloc(9999))), end),
  ),
  broken('png without its palette', () =>
    png(pngHeader(45, 30, 8, 3), pngChunk('IDAT', deflateSync(Buffer.alloc(46 * 30))), end),
  ),
  broken('png with a wrong checksum in its header', () => patched(fine(), 29, 1, 2, 3, 4)),
  broken('png with a chunk of four gigabytes', () => patched(fine(), 33, 0xff, 0xff, 0xff, 0xff)),
  tooLarge('png that claims 50,000 × 50,000', () =>
    png(pngHeader(50_000, 50_000), pngChunk('IDAT', deflateSync(Buffer.alloc(100))), end),
  ),
  tooLarge('png that claims all that it can', () =>
    png(pngHeader(0x7fffffff, 0x7fffffff), pngChunk('IDAT', deflateSync(Buffer.alloc(9))), end),
  ),
  tooLarge('png that unpacks to a thousand times its size', () =>
    png(
      pngHeader(12_000, 12_000, 8, 0),
      pngChunk('IDAT', deflateSync(Buffer.alloc(12_001 * 12_000), { level: 9 })),
      end,
    ),
  ),
];

const others: HostilePicture[] = [
  broken('jpeg cut in half', async () => cut(await card().jpeg().toBuffer(), 0.8)),
  broken('jpeg cut, with a whole thumbnail in its EXIF', async () => {
    const whole = await card().jpeg().toBuffer();
    const segment = Buffer.concat([
      Buffer.from([0xff, 0xe1, 0, 10]),
      Buffer.from('Exif\0\0\xff\xd9', 'latin1'),
    ]);
    return cut(Buffer.concat([whole.subarray(0, 2), segment, whole.subarray(2)]), 0.9);
  }),
  broken('jpeg without a frame', () => Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9])),
  broken('jpeg without tables', () => jpegHeader(45, 30)),
  broken('jpeg of a start and an end', () => Buffer.from([0xff, 0xd8, 0xff, 0xd9])),
  broken('jpeg with a segment of no length', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9])),
  tooLarge('jpeg that claims 65,535 × 65,535', () => jpegHeader(65_535, 65_535)),
  broken('gif cut in half', async () => cut(await card().gif().toBuffer(), 0.5)),
  broken('gif without a frame', () => gifHeader(45, 30)),
  broken('gif whose frame ends early', () =>
    gifHeader(45, 30, 0x2c, 0, 0, 0, 0, 45, 0, 30, 0, 0, 2, 1, 0x44, 0),
  ),
  tooLarge('gif that claims 65,535 × 65,535', () => gifHeader(65_535, 65_535)),
  broken('webp cut in half', async () => cut(await card().webp().toBuffer(), 0.5)),
  tooLarge('webp that claims 16,777,216 × 16,777,216', webpHeader),
  broken('webp of noise', async () => (await card().webp().toBuffer()).fill(0x5a, 30)),
  foreign('JSON', '{"code":2890005,"msg":"forbidden"}'),
  foreign('HTML', '<!doctype html><html><body>Sign in<svg></svg></body></html>'),
  foreign('a PDF', '%PDF-1.7\n1 0 obj'),
  foreign('nothing', ''),
  foreign('one byte', 'x'),
];

const svgs: HostilePicture[] = [
  unsafe('svg with a billion laughs', () => {
    const entities = levels(9, (level) => `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`);
    return `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "ha">${entities}]><svg ${svgNamespace}><text>&l9;</text></svg>`;
  }),
  unsafe(
    'svg with one long entity many times',
    () =>
      `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(10_000)}">]><svg ${svgNamespace}><text>${'&a;'.repeat(1000)}</text></svg>`,
  ),
  unsafe(
    'svg with an entity from a file',
    () =>
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg ${svgNamespace}><text>&x;</text></svg>`,
  ),
  unsafe('svg whose copies copy copies', () => {
    const groups = levels(9, (level) => `<g id="u${level}">${`<use href="#u${level - 1}"/>`.repeat(10)}</g>`);
    return `<svg ${svgNamespace} width="10" height="10"><g id="u0"><rect width="1" height="1"/></g>${groups}</svg>`;
  }),
  unsafe('svg whose patterns hold patterns', () => {
    const one = (level: number): string =>
      `<pattern id="p${level}" width="9" height="9">${`<rect width="9" height="9" fill="url(#p${level - 1})"/>`.repeat(10)}</pattern>`;
    return `<svg ${svgNamespace} width="10" height="10"><pattern id="p0"/>${levels(9, one)}<rect fill="url(#p9)"/></svg>`;
  }),
  unsafe('svg whose style sheet does the same', () => {
    const rules = levels(9, (level) => `.c${level}{fill:url(#p${level - 1})}`);
    const patterns = levels(
      9,
      (level) => `<pattern id="p${level}">${`<rect class="c${level}"/>`.repeat(10)}</pattern>`,
    );
    return `<svg ${svgNamespace}><style>${rules}</style><pattern id="p0"/>${patterns}<rect class="c9"/></svg>`;
  }),
  brokenSvg('that is not closed', `<svg ${svgNamespace} width="10" height="10"><g>`),
  brokenSvg('with tags that cross', `<svg ${svgNamespace}><g><a></g></a></svg>`),
  brokenSvg('with an unknown entity', `<svg ${svgNamespace}><text>&nbsp;</text></svg>`),
  brokenSvg('of no namespace', '<svg width="10" height="10"><rect width="10" height="10"/></svg>'),
];

/** Files that have to be turned away, and never drawn. */
export const hostilePictures: readonly HostilePicture[] = [...pngs, ...others, ...svgs];
