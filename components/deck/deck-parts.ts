/** The parts of a package that are text: path to XML. Pictures are not among them. */
export type DeckParts = Map<string, string>;

/** The MIME type of the whole. */
export const deckType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

export const contentTypesPart = '[Content_Types].xml';

/** The part that holds the relations of another. */
export function relationsOf(part: string): string {
  return part.replace(/([^/]+)$/, '_rels/$1.rels');
}
