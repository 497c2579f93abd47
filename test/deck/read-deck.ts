import { posix } from 'node:path';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import JSZip from 'jszip';

/** One relation of a part, its target as the path of a part unless it leads outside. */
export interface Relation {
  id: string;
  /** The last word of its type: `slide`, `image`, `hyperlink`. */
  type: string;
  target: string;
  isExternal: boolean;
}

/** A package as other programs read it: strictly. */
export interface ReadDeck {
  /** In the order of the archive. */
  names: string[];
  /** A part that is XML. Throws where it is not well-formed. */
  xml(part: string): Document;
  text(part: string): string;
  bytes(part: string): Buffer;
  /** The relations of a part; of the package itself: `''`. */
  relations(part: string): Relation[];
  /** The type of a part as `[Content_Types].xml` names it. */
  contentType(part: string): string | undefined;
  /** The slides, in order, as the presentation lists them. */
  slides: string[];
}

/** Opens a deck with readers that are not ours: JSZip and xmldom. */
export async function readDeck(deck: Blob | Buffer): Promise<ReadDeck> {
  const archive = await JSZip.loadAsync(deck instanceof Blob ? await deck.arrayBuffer() : deck, {
    checkCRC32: true,
  });
  const names = Object.keys(archive.files);
  const contents = new Map<string, Buffer>();
  for (const name of names)
    contents.set(name, (await archive.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0));

  const bytes = (part: string): Buffer => {
    const found = contents.get(part);
    if (!found) throw new Error(`the package has no ${part}`);
    return found;
  };
  const xml = (part: string): Document => parse(part, bytes(part).toString());
  const relations = (part: string): Relation[] => {
    const path = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
    if (!contents.has(path)) return [];
    return elements(xml(path), 'Relationship').map((relation) => {
      const isExternal = relation.getAttribute('TargetMode') === 'External';
      const target = relation.getAttribute('Target') ?? '';
      return {
        id: relation.getAttribute('Id') ?? '',
        type: relation.getAttribute('Type')?.split('/').at(-1) ?? '',
        target: isExternal ? target : posix.join(posix.dirname(part), target),
        isExternal,
      };
    });
  };
  const types = xml('[Content_Types].xml');
  const presentation = 'ppt/presentation.xml';
  const targets = new Map(relations(presentation).map(({ id, target }) => [id, target]));
  return {
    names,
    xml,
    bytes,
    relations,
    text: (part) =>
      elements(xml(part), 'a:t')
        .map(({ textContent }) => textContent ?? '')
        .join('\n'),
    contentType: (part) => typeOf(types, part),
    slides: elements(xml(presentation), 'p:sldId').map(
      (slide) => targets.get(slide.getAttribute('r:id') ?? '') ?? '',
    ),
  };
}

/** The elements of a part with this name, in order. */
export function elements(document: Document, name: string): Element[] {
  return [...document.getElementsByTagName(name)];
}

function parse(part: string, text: string): Document {
  const onError = (level: string, message: string): never => {
    throw new Error(`${part}: ${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(text, 'text/xml');
}

function typeOf(types: Document, part: string): string | undefined {
  const override = elements(types, 'Override').find((entry) => entry.getAttribute('PartName') === `/${part}`);
  const byExtension = elements(types, 'Default').find(
    (entry) => entry.getAttribute('Extension') === posix.extname(part).slice(1),
  );
  return (override ?? byExtension)?.getAttribute('ContentType') ?? undefined;
}
