import { parseSync, Visitor } from 'oxc-parser';

/**
 * Where a part asks the browser for something while it is loaded. In a chunk that several contexts share, one such
 * line stops them all: an offscreen document has next to nothing of the browser's API.
 */
export function checkLoading(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([path, source]) => {
    if (!path.startsWith('components/') || !/\.tsx?$/.test(path)) return [];
    const found: string[] = [];
    let depth = 0;
    const enter = (): void => void (depth += 1);
    const exit = (): void => void (depth -= 1);
    new Visitor({
      FunctionDeclaration: enter,
      'FunctionDeclaration:exit': exit,
      FunctionExpression: enter,
      'FunctionExpression:exit': exit,
      ArrowFunctionExpression: enter,
      'ArrowFunctionExpression:exit': exit,
      // A type is gone by then.
      TSTypeQuery: enter,
      'TSTypeQuery:exit': exit,
      MemberExpression({ object, property }) {
        if (depth > 0 || object.type !== 'Identifier' || property.type !== 'Identifier') return;
        if (object.name !== 'browser' && object.name !== 'chrome') return;
        found.push(`${path} asks for ${object.name}.${property.name} while it is loaded`);
      },
    }).visit(parseSync(path, source).program);
    return found;
  });
}
