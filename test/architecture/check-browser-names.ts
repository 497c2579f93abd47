import { parseSync, Visitor } from 'oxc-parser';

/** What tells one browser from another. */
const tellers = new Set(['userAgent', 'userAgentData', 'vendor', 'getBrowserInfo', 'InstallTrigger']);
/** https://wxt.dev/guide/essentials/config/environment-variables.html */
const builtFor = /\bimport\.meta\.env\.(BROWSER|CHROME|EDGE|FIREFOX|OPERA|SAFARI)\b/g;

/** The report for maintainers says in which browser it was made; nothing hangs on it. */
const report = 'entrypoints/diagnosis/main.tsx: userAgent';

/**
 * Where the program asks which browser it is in. It is to ask for the feature instead: a browser learns, and others
 * have the same engine.
 */
export function checkBrowserNames(sources: ReadonlyMap<string, string>): string[] {
  const asked = [...sources].flatMap(([path, source]) => {
    if (!/\.tsx?$/.test(path)) return [];
    const found = [...source.matchAll(builtFor)].map(([name]) => name);
    new Visitor({
      MemberExpression({ property }) {
        if (property.type === 'Identifier' && tellers.has(property.name)) found.push(property.name);
      },
    }).visit(parseSync(path, source).program);
    return found.map((name) => `${path}: ${name}`);
  });
  // What the report says was put together in parts that have it handed to them.
  const handedOn = /^components\/diagnosis\/[\w-]+\.ts: userAgent$/;
  return asked.filter((one) => one !== report && !handedOn.test(one));
}
