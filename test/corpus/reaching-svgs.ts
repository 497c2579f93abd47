import type { CorpusPicture } from './corpus-picture';

const elsewhere = 'https://elsewhere.invalid';
const box = '<rect x="10" y="8" width="40" height="30" fill="#3370ff"/>';

const svg = (name: string, inner: string, before = ''): CorpusPicture => ({
  name: `svg with ${name}`,
  make: () =>
    Buffer.from(
      `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="60" viewBox="0 0 80 60">${box}${inner}</svg>`,
    ),
});

const html = (name: string, inner: string): CorpusPicture =>
  svg(
    name,
    `<foreignObject width="1" height="1"><div xmlns="http://www.w3.org/1999/xhtml">${inner}</div></foreignObject>`,
  );

const nested = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("${elsewhere}")</script></svg>`,
).toString('base64');

/** Drawings that run something or reach for something: each is to be drawn, as a blue box, without it. */
export const reachingSvgs: readonly CorpusPicture[] = [
  svg('a script', `<script>fetch("${elsewhere}")</script>`),
  svg('a script from elsewhere', `<script href="${elsewhere}/a.js"/>`),
  svg('an event handler', `<rect onload="fetch('${elsewhere}')" onclick="alert(1)" width="1" height="1"/>`),
  svg('a script as an address', '<a href="javascript:alert(1)"><rect width="1" height="1"/></a>'),
  svg(
    'a script as an address, written oddly',
    '<a xlink:href=" java&#10;script:alert(1)"><rect width="1" height="1"/></a>',
  ),
  svg('a picture from elsewhere', `<image href="${elsewhere}/a.png" width="1" height="1"/>`),
  svg(
    'a picture from elsewhere, the old way',
    `<image xlink:href="${elsewhere}/a.png" width="1" height="1"/>`,
  ),
  svg(
    'a drawing within a drawing',
    `<image href="data:image/svg+xml;base64,${nested}" width="1" height="1"/>`,
  ),
  svg('a copy from elsewhere', `<use href="${elsewhere}/a.svg#a"/>`),
  svg(
    'a filter picture from elsewhere',
    `<filter id="f"><feImage href="${elsewhere}/a.png"/></filter><rect width="1" height="1" filter="url(#f)"/>`,
  ),
  svg('a fill from elsewhere', `<rect width="1" height="1" fill="url(${elsewhere}/a.svg#p)"/>`),
  svg(
    'a style that reaches out',
    `<rect width="1" height="1" style="fill:red;background:url('${elsewhere}/a')"/>`,
  ),
  svg('a style that hides it', `<rect width="1" height="1" style="background:\\75rl(${elsewhere}/a)"/>`),
  svg('an import', `<style>@import url(${elsewhere}/a.css);.a{fill:red}</style>`),
  svg('an import that hides', `<style>@\\69mport "${elsewhere}/a.css";</style>`),
  svg('an import behind a comment', `<style>/* */@import/**/"${elsewhere}/a.css";</style>`),
  svg('an image set', `<style>rect{background:image-set("${elsewhere}/a.png" 1x)}</style>`),
  svg('a font from elsewhere', `<style>@font-face{font-family:x;src:url("${elsewhere}/a.woff2")}</style>`),
  svg('a style sheet from elsewhere', '', `<?xml-stylesheet href="${elsewhere}/a.css"?>`),
  svg(
    'an animation of an address',
    `<a href="#x"><set attributeName="href" to="${elsewhere}"/><rect width="1" height="1"/></a>`,
  ),
  svg('an animation', '<animate attributeName="fill" values="red;blue" dur="1s"/>'),
  html('a frame', `<iframe src="${elsewhere}"></iframe>`),
  html(
    'a picture in HTML',
    `<img src="${elsewhere}/a.png" srcset="${elsewhere}/b.png 2x" onerror="alert(1)"/>`,
  ),
  html('a video', `<video src="${elsewhere}/a.mp4" poster="${elsewhere}/a.png" autoplay="autoplay"></video>`),
  html('a form', `<form action="${elsewhere}"><input name="a"/><button>x</button></form>`),
  html('a link to a style sheet', `<link rel="stylesheet" href="${elsewhere}/a.css"/>`),
  html('a base', `<base href="${elsewhere}"/><meta http-equiv="refresh" content="0;url=${elsewhere}"/>`),
  html('an object', `<object data="${elsewhere}/a.swf"></object><embed src="${elsewhere}/a.swf"/>`),
];
