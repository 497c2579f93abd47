/** How far into a file its root element is looked for, in bytes. */
const prefixBytes = 65_536;

/**
 * The start tag of the root element when that is an `<svg>`, as text without its brackets; else undefined.
 * Walks over what XML allows before it (byte order mark, prolog, comments, doctype) by searching forward only:
 * no regular expression, so no hostile file can make it backtrack.
 */
export function svgStartTag(bytes: Uint8Array): string | undefined {
  const text = decode(bytes.subarray(0, prefixBytes));
  let at = 0;
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at += 1;
    if (text.startsWith('<?', at)) at = after(text, '?>', at + 2);
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.slice(at, at + 9).toLowerCase() === '<!doctype') at = afterDoctype(text, at + 9);
    else break;
    if (at < 0) return undefined;
  }
  const name = /^<(?:[A-Za-z_][\w.-]{0,30}:)?svg(?=[\s/>])/.exec(text.slice(at, at + 48));
  if (name === null) return undefined;
  const end = endOfTag(text, at);
  return end < 0 ? undefined : text.slice(at + 1, end);
}

/** UTF-8 unless a byte order mark says UTF-16; the decoder takes the mark away. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** A doctype ends at the first `>` outside its internal subset, which stands in square brackets. */
function afterDoctype(text: string, from: number): number {
  const close = text.indexOf('>', from);
  const subset = text.indexOf('[', from);
  if (close < 0 || subset < 0 || close < subset) return close < 0 ? -1 : close + 1;
  const subsetEnd = text.indexOf(']', subset);
  return subsetEnd < 0 ? -1 : after(text, '>', subsetEnd);
}

/** Where the tag closes; a `>` inside a quoted value does not close it. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}
