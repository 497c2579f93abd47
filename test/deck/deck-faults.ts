import { posix } from 'node:path';
import { elements, type ReadDeck } from './read-deck';

/**
 * What is wrong with a package by the rules of ECMA-376 part 2 and by those that PowerPoint repairs files for:
 * an empty list for a sound one.
 */
export function deckFaults(deck: ReadDeck): string[] {
  const parts = deck.names.filter((name) => name !== '[Content_Types].xml' && !name.endsWith('.rels'));
  return [
    ...deck.names.filter((name) => name.endsWith('/')).map((name) => `${name} is a folder`),
    ...doubles(deck.names).map((name) => `${name} is there twice`),
    ...parts.filter((part) => deck.contentType(part) === undefined).map((part) => `${part} has no type`),
    ...typesWithoutPart(deck),
    ...['', ...parts].flatMap((part) => relationFaults(deck, part)),
    ...unreached(deck, parts),
    ...parts.filter((part) => part.endsWith('.xml')).flatMap((part) => idFaults(deck, part)),
    ...sharedThemes(deck, parts),
  ];
}

function typesWithoutPart(deck: ReadDeck): string[] {
  return elements(deck.xml('[Content_Types].xml'), 'Override')
    .map((entry) => entry.getAttribute('PartName')?.slice(1) ?? '')
    .filter((part) => !deck.names.includes(part))
    .map((part) => `a type is named for ${part}, which is not there`);
}

function relationFaults(deck: ReadDeck, part: string): string[] {
  const relations = deck.relations(part);
  const dangling = relations.filter(({ isExternal, target }) => !isExternal && !deck.names.includes(target));
  return [
    ...doubles(relations.map(({ id }) => id)).map((id) => `${part} has two relations ${id}`),
    ...dangling.map(({ target }) => `${part} leads to ${target}, which is not there`),
  ];
}

/** Parts that no relation leads to. */
function unreached(deck: ReadDeck, parts: readonly string[]): string[] {
  const reached = new Set<string>();
  const open = [''];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const { isExternal, target } of deck.relations(part)) {
      if (isExternal || reached.has(target)) continue;
      reached.add(target);
      open.push(target);
    }
  }
  return parts.filter((part) => !reached.has(part)).map((part) => `nothing leads to ${part}`);
}

/** Relations that a part uses and does not have, shapes with one id. */
function idFaults(deck: ReadDeck, part: string): string[] {
  const document = deck.xml(part);
  const known = new Set(deck.relations(part).map(({ id }) => id));
  const all = elements(document, '*');
  const used = all.flatMap((element) =>
    [...element.attributes].filter(({ name }) => name.startsWith('r:')).map(({ value }) => value),
  );
  const shapes = elements(document, 'p:cNvPr').map((shape) => shape.getAttribute('id') ?? '');
  return [
    ...used.filter((id) => !known.has(id)).map((id) => `${part} uses ${id}, which leads nowhere`),
    ...doubles(shapes).map((id) => `${part} has two shapes ${id}`),
  ];
}

function sharedThemes(deck: ReadDeck, parts: readonly string[]): string[] {
  const masters = parts.filter((part) => posix.dirname(part).endsWith('Masters'));
  const themes = masters.flatMap((part) =>
    deck
      .relations(part)
      .filter(({ type }) => type === 'theme')
      .map(({ target }) => target),
  );
  return doubles(themes).map((theme) => `${theme} belongs to two masters`);
}

function doubles(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
