/** What may be named from within: a place in the same drawing, or a picture or font that is written out. */
const innerAddress =
  /^\s*["']?\s*(?:#|data:(?:image\/(?:png|jpe?g|gif|webp|avif)|font\/[\w+-]+|application\/(?:x-)?font-[\w+-]+)[;,])/i;

/** Functions that name files without `url()`, and what old browsers ran as a script. */
const otherFunctions = /(?:image-set|(?<![\w-])(?:image|src|cross-fade|expression))\s*\(/i;

/**
 * CSS that reaches for nothing outside its drawing: without `@import` and without addresses of other files.
 * What cannot be mended for certain (escapes and comments can hide an address) is left out as a whole.
 */
export function cleanCss(css: string): string {
  if (!readings(css).some(reachesOut)) return css;
  const mended = css
    .replaceAll(/@import[^;]*;?/gi, '')
    .replaceAll(/url\(\s*(?:"[^"]*"|'[^']*'|[^"')]*)\s*\)/gi, (whole) =>
      innerAddress.test(whole.slice(4)) ? whole : 'none',
    );
  return readings(mended).some(reachesOut) ? '' : mended;
}

/** The places in the same drawing that CSS names. */
export function localReferences(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?\s*#([^"')\s]+)/gi)].flatMap(([, id]) => id ?? []);
}

/** CSS as it stands, and as it may be read: comments may be gone and escapes decoded. */
function readings(css: string): string[] {
  const bare = css.replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/g, '');
  return [css, bare, decodeEscapes(css), decodeEscapes(bare)];
}

/** https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
function decodeEscapes(css: string): string {
  return css.replaceAll(/\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi, (_, hex?: string, other?: string) =>
    hex === undefined ? (other ?? '') : toCharacter(Number.parseInt(hex, 16)),
  );
}

function toCharacter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

function reachesOut(css: string): boolean {
  if (/@import/i.test(css) || otherFunctions.test(css)) return true;
  return css
    .split(/url\(/i)
    .slice(1)
    .some((address) => !innerAddress.test(address));
}
