import { contentTypesPart, type DeckParts, relationsOf } from './deck-parts';
import { replaceOnce } from './replace-once';

/** What Windows and Office for Mac both bring; other systems put their own in its place. */
const chineseFont = 'Microsoft YaHei';

const presentation = 'ppt/presentation.xml';
const theme = 'ppt/theme/theme1.xml';
const notesTheme = 'ppt/theme/theme2.xml';
const notesMaster = 'ppt/notesMasters/notesMaster1.xml';

/** The draft without what pptxgenjs leaves wrong in it; slides, apart from their pictures, are as they should be. */
export function mendParts(draft: DeckParts): DeckParts {
  const parts: DeckParts = new Map(draft);
  const mend = (part: string, change: (xml: string) => string): void => {
    parts.set(part, change(parts.get(part) ?? ''));
  };
  mend(presentation, putNotesMasterFirst);
  mend(theme, nameChineseFont);
  // Each master has a theme of its own (ECMA-376 part 1, 13.3.4 and 13.3.10); pptxgenjs lets them share one.
  parts.set(notesTheme, parts.get(theme) ?? '');
  mend(relationsOf(notesMaster), (xml) => replaceOnce(xml, /theme1\.xml/, 'theme2.xml'));
  for (const part of parts.keys()) if (part.startsWith('ppt/notesSlides/notes')) mend(part, splitLines);
  mend(contentTypesPart, (xml) => mendContentTypes(xml, parts));
  return parts;
}

/** The schema's order: masters, notes masters, slides. */
function putNotesMasterFirst(xml: string): string {
  const list = /<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>/s.exec(xml)?.[0] ?? '';
  return replaceOnce(xml.replace(list, ''), /(?=<p:sldIdLst>)/, list);
}

/** Headings and text are Chinese as often as not; without this the program's own language chooses the font. */
function nameChineseFont(xml: string): string {
  return xml.replace(/(?<=<a:latin typeface="[^"]*"\/><a:ea typeface=")(?=")/g, chineseFont);
}

/** Each line of the notes becomes a paragraph; pptxgenjs leaves line ends in the text, where they show as blanks. */
function splitLines(xml: string): string {
  const next = '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-US" dirty="0"/><a:t>';
  return xml.replace(/(?<=<a:t>)[^<]+/g, (text) => text.replace(/\r?\n/g, next));
}

/** Names a type for each part that there is and for no other, and for pictures the registered one. */
function mendContentTypes(xml: string, parts: DeckParts): string {
  const kept = xml
    .replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, part: string) =>
      parts.has(part) ? override : '',
    )
    .replace('"image/jpg"', '"image/jpeg"');
  const ofTheme = 'application/vnd.openxmlformats-officedocument.theme+xml';
  return replaceOnce(kept, /(?=<\/Types>)/, `<Override PartName="/${notesTheme}" ContentType="${ofTheme}"/>`);
}
