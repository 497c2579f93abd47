import { parseSync, Visitor } from 'oxc-parser';

/** The names whose members a source reads, such as `chrome` in `chrome.runtime` and in `globalThis.chrome.runtime`. */
export function namesUsed(path: string, source: string): string[] {
  const names = new Set<string>();
  new Visitor({
    MemberExpression({ object, property }) {
      if (object.type === 'Identifier') names.add(object.name);
      const isGlobal = object.type === 'Identifier' && ['globalThis', 'self', 'window'].includes(object.name);
      if (isGlobal && property.type === 'Identifier') names.add(property.name);
    },
  }).visit(parseSync(path, source).program);
  return [...names];
}
