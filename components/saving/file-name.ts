import filenamify from 'filenamify/browser';

/** The longest name that every file system takes, with room for the browser's own ` (1)`: bytes of UTF-8. */
const maxNameBytes = 200;

/** The name of one saved board, and of one within a set, which lies in the folder `defaultFolderTemplate`. */
export const defaultTemplate = '{doc} - {name}';
export const defaultSetTemplate = '{n} {name}';
export const defaultFolderTemplate = '{doc}';

/** What the placeholders of a template stand for. */
export interface NameFields {
  /** The document's title. */
  doc: string;
  heading?: string | undefined;
  caption?: string | undefined;
  /** Caption, else heading, else *Board n*. */
  name: string;
  /** The board's number, and the highest of its set: `{n}` is padded with zeros to its width. */
  n: number;
  highest: number;
  /** When it is saved, in ms since the epoch: `{date}` is the local day, `YYYY-MM-DD`. */
  date: number;
  /** The board's block id. */
  id: string;
  /** Pixels; 0 when unknown. */
  width: number;
  height: number;
}

/**
 * A template with its placeholders filled in; what it does not know stays as it is. Where a field is empty,
 * the dash, dot or brackets around it go too. The result is text, not yet a file name: see `safeFileName`.
 */
export function expandTemplate(template: string, fields: NameFields): string {
  const values: Record<string, string> = {
    doc: fields.doc,
    heading: fields.heading ?? '',
    caption: fields.caption ?? '',
    name: fields.name,
    n: String(fields.n).padStart(String(fields.highest).length, '0'),
    date: localDay(fields.date),
    id: fields.id,
    width: fields.width > 0 ? String(fields.width) : '',
    height: fields.height > 0 ? String(fields.height) : '',
  };
  return template
    .replaceAll('\0', '')
    .replaceAll(/\{([a-z]+)\}/g, (placeholder, field: string) => {
      if (!Object.hasOwn(values, field)) return placeholder;
      return tidy(values[field] ?? '') || '\0';
    })
    .replaceAll(/[([{（【「]\0[)\]}）】」]/g, '\0')
    .replace(/^(?:\0[\s\-–—_,，·]*)+/, '')
    .replaceAll(/[\s\-–—_,，·]*\0/g, '')
    .trim();
}

/**
 * A name that Windows, macOS, Linux and the `downloads` API of each browser take, with its extension, within
 * `maxBytes` of UTF-8, never cut inside a character as one sees it. Never empty, never hidden, never a path.
 *
 * @param extension without the dot; ours, so it is taken as it is
 */
export function safeFileName(name: string, extension: string, maxBytes = maxNameBytes): string {
  return `${safeStem(name, maxBytes - utf8Length(extension) - 1)}.${extension}`;
}

/** The same for a folder, which has no extension of ours to shield it. */
export function safeFolderName(name: string, maxBytes = maxNameBytes): string {
  // Chromium refuses folders that the Windows shell would take for something else (`IsShellIntegratedExtension`).
  const stem = safeStem(name, maxBytes);
  return stem
    .replaceAll(/\.(?=(?:lnk|local|scf|url)$|\{)/gi, '_')
    .replace(/^(?:desktop\.ini|thumbs\.db)$/i, '_$&');
}

/**
 * The names in their order, each one once, as file systems that ignore case see it: a name that was there
 * before gets ` (2)`, ` (3)`, … before its extension. Each stays within `maxBytes`.
 */
export function uniqueNames(names: readonly string[], maxBytes = maxNameBytes): string[] {
  // A name that nobody else has goes to its owner, even when an earlier one would number itself to it.
  const taken = new Set(names.map(fold));
  const given = new Set<string>();
  const lastNumbers = new Map<string, number>();
  return names.map((name) => {
    const folded = fold(name);
    let unique = name;
    for (let number = lastNumbers.get(folded) ?? 2; given.has(fold(unique)); number += 1) {
      const candidate = numbered(name, number, maxBytes);
      lastNumbers.set(folded, number);
      if (!taken.has(fold(candidate))) unique = candidate;
    }
    given.add(fold(unique));
    taken.add(fold(unique));
    return unique;
  });
}

function numbered(name: string, number: number, maxBytes: number): string {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const end = ` (${number})${dot > 0 ? name.slice(dot) : ''}`;
  return cut(stem, maxBytes - utf8Length(end)).trimEnd() + end;
}

/**
 * What all agree to, and then some: Chromium refuses `~`, Edge and Firefox on Windows refuse `%`, Firefox refuses
 * invisible characters, joiners among them, and a dot at either end; all of them refuse the whole download.
 * https://source.chromium.org/chromium/chromium/src/+/main:base/i18n/file_util_icu.cc
 * https://source.chromium.org/chromium/chromium/src/+/main:net/base/filename_util.cc
 */
function safeStem(name: string, maxBytes: number): string {
  const text = trimEnds(tidy(name).replaceAll(/[~%]/g, '_'));
  const clean = trimEnds(toPortable(text).replace(/^clock\$(?=\s*(?:\.|$))/i, '_$&'));
  // Cutting may leave a name that the system keeps for itself (`con`), so it is looked at again.
  return toPortable(trimEnds(cut(clean, maxBytes)));
}

/** Without the characters and names that Windows reserves. */
function toPortable(text: string): string {
  return text === '' ? 'board' : filenamify(text, { replacement: '_', maxLength: Infinity });
}

/** One form for each character, all white space one space, nothing that cannot be seen. */
function tidy(text: string): string {
  return text
    .replaceAll(/[\t-\r\x85]/g, ' ')
    .replaceAll(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

function trimEnds(text: string): string {
  return text.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
}

function cut(text: string, maxBytes: number): string {
  if (utf8Length(text) <= maxBytes) return text;
  let length = 0;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    length += utf8Length(segment);
    if (length > maxBytes) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** How NTFS and APFS see a name, or stricter. */
function fold(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

function localDay(time: number): string {
  const date = new Date(time);
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(String);
  return `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}
