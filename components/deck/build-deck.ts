import { AppError } from '../errors';
import { type ArchiveEntry, makeArchive } from '../saving/archive';
import type { DeckInput, DeckOptions } from './deck-input';
import { contentTypesPart, deckType, relationsOf } from './deck-parts';
import { draftDeck } from './draft-deck';
import { fitPicture } from './fit-picture';
import { inspectPicture } from './inspect-picture';
import { mendParts } from './mend-parts';
import { placePicture, relatePicture } from './mend-slide';
import { slideLayout } from './slide-layout';

/**
 * Makes slides (.pptx) of boards, one board a slide. pptxgenjs makes all but the pictures; these are read when
 * it is their turn and go straight into the archive, so that no more than one is in our memory.
 *
 * This module is large: import it when a deck is asked for, not before. It needs no DOM.
 *
 * @throws `cancelled`, `image-undecodable` for a picture that is no PNG, JPEG or GIF, or what `read` throws
 */
export async function buildDeck(input: DeckInput, options: DeckOptions = {}): Promise<Blob> {
  const archive = await makeArchive(entriesOf(input, options));
  return archive.slice(0, archive.size, deckType);
}

async function* entriesOf(
  input: DeckInput,
  { signal, onProgress }: DeckOptions,
): AsyncGenerator<ArchiveEntry> {
  const lastModified = new Date(input.createdAt);
  const entry = (name: string, content: string | Blob): ArchiveEntry => ({ name, lastModified, content });
  const parts = mendParts(await draftDeck(input));
  const take = (part: string): string => {
    const xml = parts.get(part);
    if (xml === undefined) throw new AppError('unexpected');
    parts.delete(part);
    return xml;
  };

  // Programs that tell a file's type by its beginning look for these two there.
  for (const part of [contentTypesPart, '_rels/.rels']) yield entry(part, take(part));

  const box = slideLayout(input.shape).picture;
  for (const index of input.boards.keys()) {
    if (signal?.aborted) throw new AppError('cancelled');
    const { picture, vector } = await input.read(index);
    if (signal?.aborted) throw new AppError('cancelled');
    const { extension, size } = await inspectPicture(picture);
    const file = `board${index + 1}.${extension}`;
    const vectorFile = vector && `board${index + 1}.svg`;
    const placed = { frame: fitPicture(box, size, vector !== undefined), file, vectorFile };
    const slide = `ppt/slides/slide${index + (input.cover ? 2 : 1)}.xml`;
    yield entry(`ppt/media/${file}`, picture);
    if (vector && vectorFile) yield entry(`ppt/media/${vectorFile}`, vector);
    yield entry(slide, placePicture(take(slide), placed));
    yield entry(relationsOf(slide), relatePicture(take(relationsOf(slide)), placed));
    onProgress?.(index + 1, input.boards.length);
  }
  for (const [part, xml] of parts) yield entry(part, xml);
}
