import JSZip from 'jszip';
import PptxGenJS from 'pptxgenjs';
import type { DeckBoard, DeckInput } from './deck-input';
import type { DeckParts } from './deck-parts';
import { defineMasters, grey } from './define-masters';
import { slideLayout, type SlideLayout } from './slide-layout';
import { notesOf } from './speaker-notes';
import { titleSize } from './title-size';
import { textLanguage, xmlText } from './xml-text';

/** A PNG of one pixel, in the place of each picture: pptxgenjs would hold the real ones in memory as base64. */
const standIn =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';

/** Of Latin text; that of Chinese text is set when the theme is mended. */
const latinFont = 'Arial';

/** The deck as pptxgenjs makes it: every text in its place, and a stand-in for each board's picture. */
export async function draftDeck(input: DeckInput): Promise<DeckParts> {
  const deck = new PptxGenJS();
  const layout = slideLayout(input.shape);
  deck.layout = layout.name;
  deck.theme = { headFontFace: latinFont, bodyFontFace: latinFont };
  deck.title = xmlText(input.title);
  // Otherwise the library names itself.
  deck.author = '';
  deck.company = '';
  deck.subject = '';
  defineMasters(deck, layout);
  if (input.cover) addCover(deck, input, layout);
  for (const board of input.boards) addBoard(deck, input, layout, board);
  return readParts(await deck.write({ outputType: 'uint8array' }));
}

function addCover(deck: PptxGenJS, input: DeckInput, layout: SlideLayout): void {
  const slide = deck.addSlide({ masterName: 'Cover' });
  addTitle(slide, xmlText(input.title), titleSize(xmlText(input.title), layout.coverTitle, 40));
  addLinkedText(slide, xmlText(input.date), input.link, { placeholder: 'date', fontSize: 16 });
}

function addBoard(deck: PptxGenJS, input: DeckInput, layout: SlideLayout, board: DeckBoard): void {
  const slide = deck.addSlide({ masterName: 'Board' });
  const name = xmlText(board.name);
  addTitle(slide, name, titleSize(name, layout.title, 24));
  slide.addImage({ ...layout.picture, data: standIn, altText: xmlText(board.alt ?? '') || name });
  // On a line of its own: on the picture, the click that is to show the next slide would open the link.
  const source = xmlText(input.title) || name;
  addLinkedText(slide, source, board.link, { ...layout.footer, fontSize: 10, margin: 0, valign: 'middle' });
  slide.addNotes(notesOf(input, board).join('\n'));
}

function addTitle(slide: PptxGenJS.Slide, text: string, fontSize: number): void {
  slide.addText(text, { placeholder: 'title', fontSize, lang: textLanguage(text) });
}

function addLinkedText(
  slide: PptxGenJS.Slide,
  text: string,
  link: string | undefined,
  place: PptxGenJS.TextPropsOptions,
): void {
  const hyperlink = link === undefined ? {} : { hyperlink: { url: link } };
  slide.addText([{ text, options: hyperlink }], { ...place, color: grey, lang: textLanguage(text) });
}

async function readParts(bytes: Awaited<ReturnType<PptxGenJS['write']>>): Promise<DeckParts> {
  const archive = await JSZip.loadAsync(bytes);
  const parts: DeckParts = new Map();
  for (const file of Object.values(archive.files)) {
    if (!file.dir && !file.name.startsWith('ppt/media/')) parts.set(file.name, await file.async('string'));
  }
  return parts;
}
