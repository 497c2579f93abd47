import { altText } from './alt-text';
import { boardSource, documentSource } from './board-source';
import type { Job, JobItem } from './job';
import type { SavedPicture } from './job-report';
import { notesOf } from '../picture-notes';

/** What a contact sheet says, in the user's language: it is made where there are no locale files. */
export interface SheetWords {
  /** BCP 47 tag. */
  language: string;
  /** How many boards there are. */
  count: string;
  /** The link from a picture to its board. */
  open: string;
  /** Above the boards that could not be saved. */
  missing: string;
  /** On a board whose older picture stood in. */
  older: string;
  /** What one should know of a picture, by the codes of its notes and faults. */
  notes: Readonly<Record<string, string>>;
  /** Sentences by their error codes. */
  errors: Readonly<Record<string, string>>;
}

/**
 * `index.html`: a page of all pictures with their names, headings and the way back to each board. It stands
 * alone: no script, nothing from elsewhere, light or dark as the system is.
 */
export function contactSheet(job: Job, saved: ReadonlyMap<number, SavedPicture>, words: SheetWords): string {
  const title = escapeHtml(job.documentTitle);
  const facts = factsIn(words.language);
  const groups = groupByDocument(job.items).map(([document, indexes]) => {
    const cards = indexes.map((index) => card(job, index, saved.get(index), words, facts)).join('');
    if (cards === '' || document === undefined) return `<ol>${cards}</ol>`;
    const heading = job.documents[document]?.title ?? '';
    return `<h2><a href="${escapeHtml(documentSource(job, document))}">${escapeHtml(heading)}</a></h2>
<ol>${cards}</ol>`;
  });
  const failedBoards = job.items
    .filter(({ state }) => state === 'failed')
    .map((item) => missing(boardSource(job, item), item.name, item.error?.code, words));
  const failedDocuments = job.documents.flatMap(({ title: name, error }, index) =>
    error ? [missing(documentSource(job, index), name, error.code, words)] : [],
  );
  const failed = [...failedDocuments, ...failedBoards].join('');
  return `<!doctype html>
<html lang="${escapeHtml(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src *; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1 dir="auto"><a href="${escapeHtml(documentSource(job, undefined))}">${title}</a></h1>
<p>${escapeHtml(words.count)} · ${escapeHtml(facts.day(job.createdAt))}</p>
</header>
<main>
${groups.join('\n')}
${failed === '' ? '' : `<section class="missing"><h2>${escapeHtml(words.missing)}</h2><ul>${failed}</ul></section>`}
</main>
</body>
</html>
`;
}

const style = `
:root{color-scheme:light dark;--text:#1c2024;--quiet:#60646c;--page:#f7f8fa;--card:#fff;--edge:#dfe2e8;--link:#1456d9;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--text:#e8eaed;--quiet:#a0a4ab;--page:#17191c;--card:#212428;--edge:#373b41;--link:#8ab4ff;--bad:#ff9a91}}
*{box-sizing:border-box}
body{margin:0;padding:24px;font:14px/1.5 system-ui,sans-serif;color:var(--text);background:var(--page);overflow-wrap:anywhere}
h1{margin:0;font-size:22px}h2{margin:32px 0 12px;font-size:16px}p{margin:4px 0 0}
header p,figcaption span{color:var(--quiet)}
h1 a,h2 a{color:inherit;text-decoration:none}a{color:var(--link)}a:hover{text-decoration:underline}
ol{list-style:none;margin:24px 0 0;padding:0;display:grid;gap:16px;grid-template-columns:repeat(auto-fill,minmax(min(280px,100%),1fr))}
h2+ol{margin-top:0}
figure{margin:0;height:100%;display:flex;flex-direction:column;background:var(--card);border:1px solid var(--edge);border-radius:8px;overflow:hidden}
img{display:block;width:100%;height:180px;object-fit:contain;background:#fff;border-bottom:1px solid var(--edge)}
figcaption{padding:12px;display:flex;flex-direction:column;gap:2px}
figcaption span,figcaption a{font-size:12px}figcaption .note{color:var(--bad)}
.missing h2{color:var(--bad)}.missing ul{padding-left:20px}
@media print{body{padding:0;background:none}figure{break-inside:avoid}}
`;

function card(
  job: Job,
  index: number,
  picture: SavedPicture | undefined,
  words: SheetWords,
  { day, size }: Facts,
): string {
  const item = job.items[index];
  if (item === undefined || picture === undefined) return '';
  const { image, file } = picture;
  const facts = [
    image && image.width > 0 ? `${image.width} × ${image.height}` : '',
    size(image?.bytes ?? item.bytes ?? 0),
    image ? day(image.fetchedAt) : '',
    item.stoodIn === undefined ? '' : words.older,
  ].filter((fact) => fact !== '');
  const notes = notesOf(image ?? {})
    .flatMap((note) => words.notes[note] ?? [])
    .map((note) => `<span class="note">${escapeHtml(note)}</span>`)
    .join('');
  const { heading } = item.board;
  const address = escapeHtml(asAddress(file));
  return `<li><figure>
<a href="${address}"><img src="${address}" alt="${escapeHtml(altText(item.name, image ?? {}))}" loading="lazy"></a>
<figcaption><b dir="auto">${escapeHtml(item.name)}</b>${
    heading && heading !== item.name ? `<span dir="auto">${escapeHtml(heading)}</span>` : ''
  }<span>${escapeHtml(facts.join(' · '))}</span>${notes}<a href="${escapeHtml(boardSource(job, item))}">${escapeHtml(words.open)}</a></figcaption>
</figure></li>
`;
}

function missing(source: string, name: string, code = 'unexpected', words: SheetWords): string {
  return `<li><a href="${escapeHtml(source)}" dir="auto">${escapeHtml(name)}</a>: ${escapeHtml(words.errors[code] ?? code)}</li>`;
}

function groupByDocument(items: readonly JobItem[]): [number | undefined, number[]][] {
  const groups = new Map<number | undefined, number[]>();
  for (const [index, { document }] of items.entries()) {
    const group = groups.get(document);
    if (group === undefined) groups.set(document, [index]);
    else group.push(index);
  }
  return [...groups];
}

/** A relative address: each part encoded, so that `#`, `?` and `%` in a name are part of it. */
function asAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Numbers in words. */
interface Facts {
  /** @param time in ms since the epoch */
  day(time: number): string;
  size(bytes: number): string;
}

/** Formats are made once for a sheet: making one takes far longer than using it. */
function factsIn(language: string): Facts {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const inUnit = (unit: string, maximumFractionDigits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits });
  const [large, small] = [inUnit('megabyte', 1), inUnit('kilobyte', 0)];
  return {
    day: (time) => days.format(time),
    size: (bytes) => (bytes >= 999_500 ? large.format(bytes / 1_000_000) : small.format(bytes / 1000)),
  };
}
