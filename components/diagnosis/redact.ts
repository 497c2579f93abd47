import { documentHosts } from '../boards/page-url';

/** Kinds of blocks that the site is known to have: they are words of its code, and tell nothing of a document. */
const knownKinds = new Set(
  (
    'page text heading1 heading2 heading3 heading4 heading5 heading6 heading7 heading8 heading9 bullet ordered todo ' +
    'code quote quote_container callout divider image file table table_cell grid grid_column whiteboard sheet bitable ' +
    'diagram mindnote isv chart_embedded iframe view chat_card task okr poll equation synced_source synced_reference ' +
    'fallback pending'
  ).split(' '),
);
const scopeShape = /^(board|docs|docx|drive|wiki)(:[a-z_]{2,16}){1,3}$/;
const logIdShape = /^\d{14}[0-9A-Fa-f]{6,26}$/;
/** What is shorter than this is not even shown in part. */
const leastShown = 12;

/** An id or a word that is not known, so that two can be told apart and none be read: `M2kU…(27)`. */
export function shorten(text: string): string {
  const length = Array.from(text).length;
  if (!/^[\w-]*$/.test(text)) return `?(${length})`;
  return `${length < leastShown ? '' : text.slice(0, 4)}…(${length})`;
}

/** A kind of block, if it is one that is known. */
export function kindWord(kind: string): string {
  return knownKinds.has(kind) ? kind : shorten(kind);
}

/** `*.feishu.cn`: whose documents these are, not which company's. */
export function hostWord(host: string): string {
  const name = host.toLowerCase();
  const suffix = documentHosts.find((known) => name === known || name.endsWith(`.${known}`));
  return suffix === undefined ? 'other' : name === suffix ? suffix : `*.${suffix}`;
}

/** A scope of the Open API; whatever else stands in its place is shortened. */
export function scopeWord(scope: string): string {
  return scopeShape.test(scope) ? scope : shorten(scope);
}

/** A log id of the Open API: date, time and hexadecimal digits. */
export function logIdWord(logId: string): string {
  return logIdShape.test(logId) ? logId : shorten(logId);
}

/** Browser and system, without what else a user agent says. */
export function browserWord(userAgent: string): string {
  const products = ['Edg', 'Firefox', 'Chrome'];
  const name = products.find((product) => userAgent.includes(`${product}/`));
  const [, version] = new RegExp(`${name}/(\\d{1,4})`).exec(userAgent) ?? [];
  const [system] = /Windows|Macintosh|Android|CrOS|Linux/.exec(userAgent) ?? [];
  return [name && version ? `${name} ${version}` : 'another browser', system ?? 'another system'].join(', ');
}

/** `zh-CN`. */
export function languageWord(language: string): string {
  return /^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$/.test(language) ? language : 'other';
}
