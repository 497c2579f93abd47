import { readdirSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../architecture/read-sources';
import { outputFolders, readTexts } from './output';

/** Code made of strings, and code from elsewhere, that a script would run. */
function foreignCode(path: string, source: string): string[] {
  const found: string[] = [];
  const look = (name: string, first: { type: string; value?: unknown } | undefined): void => {
    const isText = first?.type === 'Literal' && typeof first.value === 'string';
    if (name === 'eval' || name === 'Function') found.push(`${path}: ${name}`);
    if (name === 'importScripts') found.push(`${path}: ${name}`);
    if ((name === 'setTimeout' || name === 'setInterval') && isText)
      found.push(`${path}: ${name} of a string`);
  };
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier') look(callee.name, first);
    },
    NewExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier') look(callee.name, first);
    },
    ImportExpression({ source: from }) {
      if (from.type === 'Literal' && /^(https?:)?\/\//.test(String(from.value))) {
        found.push(`${path}: import of ${String(from.value)}`);
      }
    },
  }).visit(parseSync(path, source).program);
  return found;
}

describe.each(outputFolders)('the build for %s', (_browser, folder) => {
  const texts = [...readTexts(folder)];

  test('makes no code of strings and loads none from elsewhere', () => {
    const scripts = texts.filter(([path]) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.flatMap(([path, source]) => foreignCode(path, source))).toEqual([]);
  });

  test('has pages and styles that load nothing from elsewhere', () => {
    const pages = texts.filter(([path]) => /\.(html|css)$/.test(path));
    expect(pages.length).toBeGreaterThan(1);
    const loads = /(?:src|href)=["']?(?:https?:)?\/\/|url\(["']?(?:https?:)?\/\/|@import/i;
    expect(pages.filter(([, text]) => loads.test(text)).map(([path]) => path)).toEqual([]);
  });

  test('has pages that ask nobody but the extension itself', () => {
    // All that one sees: the offscreen document is the background's.
    const pages = texts
      .map(([path]) => path)
      .filter((path) => path.endsWith('.html') && path !== 'offscreen.html');
    expect(pages).toEqual(expect.arrayContaining(['popup.html', 'options.html', 'queue.html']));
    const strict = texts.filter(([, text]) => text.includes(`content="connect-src 'self'"`));
    expect(strict.map(([path]) => path).toSorted()).toEqual(pages.toSorted());
  });

  test('has pages that stop at no script, behind which the others would not be fetched', () => {
    const scripts = texts
      .filter(([path]) => path.endsWith('.html'))
      .flatMap(([, text]) => text.match(/<script[^>]*>/g) ?? []);
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((tag) => !/ (defer|type="module")/.test(tag))).toEqual([]);
  });

  test('tells nothing of the machine that built it', () => {
    const traces = [projectFolder.slice(0, -1), 'node_modules/', 'file:///', 'sourceMappingURL'];
    const told = texts.flatMap(([path, text]) =>
      traces.filter((trace) => text.includes(trace)).map((trace) => `${path}: ${trace}`),
    );
    expect(told).toEqual([]);
    expect(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.map')),
    ).toEqual([]);
  });
});

describe('the search for foreign code', () => {
  test.each([
    ['eval("1")'],
    ['new Function("return 1")'],
    ['setTimeout("go()", 1)'],
    ['importScripts("https://example.com/a.js")'],
    ['import("https://example.com/a.js")'],
  ])('finds %s', (source) => {
    expect(foreignCode('a.js', source)).toHaveLength(1);
  });

  test('lets code be that only waits', () => {
    expect(foreignCode('a.js', 'setTimeout(() => go(), 1); import("./b.js");')).toEqual([]);
  });
});
