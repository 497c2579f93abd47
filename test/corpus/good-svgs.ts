import type { CorpusPicture } from './corpus-picture';
import { writePng } from './write-png';

const open = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60" viewBox="0 0 80 60"';
/** How large nearly all of them are, in CSS pixels. */
export const svgSize = { width: 80, height: 60 } as const;
const paper = '<rect width="80" height="60" fill="#fff"/>';
const png = writePng({ colourType: 6, bitDepth: 8, interlaced: false }).toString('base64');

/** A drawing of 80 × 60 over white. */
const svg = (name: string, inner: string, attributes = ''): CorpusPicture => ({
  name: `svg ${name}`,
  make: () => Buffer.from(`${open} ${attributes}>${paper}${inner}</svg>`),
});

const raw = (name: string, text: string, encoding: BufferEncoding = 'utf8'): CorpusPicture => ({
  name: `svg ${name}`,
  make: () => Buffer.from(text, encoding),
});

const box = '<rect x="10" y="8" width="40" height="30" fill="#3370ff"/>';

/** Drawings that every renderer shows alike, but for the edges of letters. */
export const goodSvgs: readonly CorpusPicture[] = [
  svg('with shapes', `${box}<circle cx="60" cy="40" r="12" fill="#f54a45" fill-opacity=".5"/>`),
  svg('with a path', '<path d="M5 5 C 40 5 40 55 75 55" fill="none" stroke="#00b42a" stroke-width="5"/>'),
  svg(
    'with a linear gradient',
    '<linearGradient id="g" x2="1" gradientTransform="rotate(20)"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity=".4"/></linearGradient><rect width="80" height="60" fill="url(#g)"/>',
  ),
  svg(
    'with a radial gradient',
    '<defs><radialGradient id="r" cx=".4" gradientUnits="objectBoundingBox"><stop stop-color="gold"/><stop offset="1" stop-color="navy"/></radialGradient></defs><ellipse cx="40" cy="30" rx="35" ry="25" fill="url(#r)"/>',
  ),
  svg(
    'with a blur',
    '<filter id="b"><feGaussianBlur stdDeviation="3"/></filter><rect x="20" y="15" width="40" height="30" fill="#722ed1" filter="url(#b)"/>',
  ),
  svg(
    'with a shadow',
    '<filter id="s" x="-20%" y="-20%" width="150%" height="150%"><feOffset in="SourceAlpha" dx="3" dy="4" result="o"/><feGaussianBlur in="o" stdDeviation="2" result="b"/><feMerge><feMergeNode in="b"/><feMergeNode in="SourceGraphic"/></feMerge></filter><rect x="15" y="12" width="40" height="30" fill="#ffd666" filter="url(#s)"/>',
  ),
  svg(
    'with a colour matrix',
    `<filter id="m" color-interpolation-filters="sRGB"><feColorMatrix type="matrix" values="0 1 0 0 0  1 0 0 0 0  0 0 1 0 0  0 0 0 1 0"/></filter><g filter="url(#m)">${box}</g>`,
  ),
  svg(
    'with an embedded picture',
    `<image x="10" y="10" width="45" height="30" href="data:image/png;base64,${png}"/>`,
  ),
  svg(
    'with an embedded picture, the old way',
    `<image x="10" y="10" width="45" height="30" xlink:href="data:image/png;base64,${png}"/>`,
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  ),
  svg(
    'with symbols',
    `<symbol id="k" viewBox="0 0 10 10"><rect width="10" height="10" fill="#14c9c9"/></symbol><use href="#k" x="5" y="5" width="20" height="20"/><use href="#k" x="45" y="25" width="30" height="30"/>`,
  ),
  svg(
    'with a pattern',
    '<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#86909c"/></pattern><rect width="80" height="60" fill="url(#p)"/>',
  ),
  svg(
    'with a clip',
    `<clipPath id="c"><circle cx="30" cy="25" r="15"/></clipPath><g clip-path="url(#c)">${box}</g>`,
  ),
  svg(
    'with a mask',
    `<mask id="k"><rect width="80" height="60" fill="#fff"/><circle cx="30" cy="22" r="9"/></mask><g mask="url(#k)">${box}</g>`,
  ),
  svg(
    'with arrow heads',
    '<marker id="a" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="5" markerHeight="5" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z"/></marker><path d="M8 50L70 12" stroke="#000" stroke-width="2" marker-end="url(#a)"/>',
  ),
  svg(
    'with a style sheet',
    `<style>.a{fill:#f77234;stroke:#1d2129;stroke-width:3px}</style><rect class="a" x="10" y="8" width="40" height="30"/>`,
  ),
  svg(
    'with a style sheet in CDATA',
    `<style><![CDATA[svg > .b{fill:#9fdb1d}]]></style><rect class="b" x="10" y="8" width="40" height="30"/>`,
  ),
  svg(
    'with style attributes',
    '<rect style="fill:rgb(51,112,255);opacity:.5" x="10" y="8" width="40" height="30"/>',
  ),
  svg('with turned groups', `<g transform="translate(20 10) rotate(15) scale(.8)">${box}</g>`),
  svg(
    'with dashes',
    '<rect x="8" y="8" width="64" height="44" fill="none" stroke="#1d2129" stroke-width="2" stroke-dasharray="8 6" stroke-linecap="round"/>',
  ),
  svg('with Chinese writing', '<text x="6" y="38" font-size="22" font-family="PingFang SC">画板图</text>'),
  svg('with writing', '<text x="6" y="38" font-size="20">Board</text>'),
  svg('with code in its writing', '<text x="4" y="34" font-size="12">List&lt;String&gt; &amp; co</text>'),
  svg(
    'with writing in pieces',
    '<text x="40" y="20" font-size="12" text-anchor="middle"><tspan>登录</tspan><tspan x="40" dy="18">Sign in</tspan></text>',
  ),
  svg(
    'with title and metadata',
    `<title>Old</title><desc>Older</desc><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>${box}`,
  ),
  raw(
    'with a view box alone',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60">${paper}${box}</svg>`,
  ),
  raw(
    'in per cent',
    `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 80 60">${paper}${box}</svg>`,
  ),
  {
    ...raw(
      'in millimetres',
      `<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="15mm" viewBox="0 0 80 60">${paper}${box}</svg>`,
    ),
    own: { width: 76, height: 57 },
  },
  raw(
    'without a view box',
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">${paper}${box}</svg>`,
  ),
  raw(
    'with a public doctype',
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by Graphviz -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${open}>${paper}${box}</svg>`,
  ),
  {
    ...raw('in UTF-16', `\uFEFF${open}>${paper}${box}</svg>`, 'utf16le'),
    plain: () => Buffer.from(`${open}>${paper}${box}</svg>`),
  },
  raw('with nothing behind it', `${open}>${box}</svg>`),
];

/** Drawings with HTML in them, which only browsers draw: each has this colour all over the middle. */
export const htmlSvgs: readonly (CorpusPicture & { middle: [number, number, number] })[] = [
  {
    ...svg(
      'with HTML',
      '<foreignObject width="80" height="60"><div xmlns="http://www.w3.org/1999/xhtml" style="background:#00b42a;width:80px;height:60px"><b>登录</b></div></foreignObject>',
    ),
    middle: [0, 180, 42],
  },
  {
    ...svg(
      'with HTML in a switch',
      '<switch><foreignObject width="80" height="60"><div xmlns="http://www.w3.org/1999/xhtml"><p style="margin:0;background:#f53f3f;height:60px">x</p></div></foreignObject><text y="30">x</text></switch>',
    ),
    middle: [245, 63, 63],
  },
];
