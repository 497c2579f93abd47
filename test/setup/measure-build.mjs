import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'oxc-parser';

/**
 * A part of the built extension: what is loaded when it starts, minified, and how much of it would travel.
 *
 * @typedef {object} PartSize
 * @property {string} name
 * @property {readonly string[]} files the scripts, or the styles
 * @property {number} bytes minified
 * @property {number} gzipped each file on its own, gzip level 9, in bytes
 * @property {number | undefined} limit in bytes, gzipped; none for styles and for parts that have none
 */

/** Limits of the gzipped scripts, in kB of 1000 bytes. */
const limits = new Map([
  ['content', 10],
  ['popup', 30],
  ['background', 36],
]);

/** Limit of a background that is a page, as in Firefox: what it shares with its later tasks is chunks of their own. */
const backgroundPageLimit = 41;

/**
 * Measures a build: for each part all scripts that are loaded when it starts, those included that it imports,
 * not those that it loads later. Styles are listed apart.
 *
 * @param {string} folder such as `.output/chrome-mv3`
 * @returns {PartSize[]}
 */
export function measureBuild(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const { service_worker: worker, scripts = [] } = manifest.background ?? {};
  const background = worker === undefined ? scripts : [worker];
  const backgroundLimit = worker === undefined ? backgroundPageLimit : limits.get('background');
  const parts = [measure(folder, 'background', withImports(folder, background), backgroundLimit)];
  for (const { js = [] } of manifest.content_scripts ?? []) {
    for (const script of js) {
      parts.push(measure(folder, posix.basename(script, '.js'), withImports(folder, [script])));
    }
  }
  for (const page of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(join(folder, page), 'utf8');
    const name = posix.basename(page, '.html');
    parts.push(measure(folder, name, withImports(folder, sourcesOf(html, /<script\b[^>]*\bsrc="([^"]+)"/g))));
    const styles = sourcesOf(html, /<link\b[^>]*\bhref="([^"]+\.css)"/g);
    if (styles.length > 0) parts.push(measure(folder, `${name} (styles)`, styles));
  }
  return parts;
}

/**
 * The parts as a table to print.
 *
 * @param {readonly PartSize[]} parts
 */
export function sizeTable(parts) {
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
  const lines = parts.map(({ name, bytes, gzipped, limit }) => {
    const held = limit === undefined ? '' : `${kilobytes(limit)}${gzipped > limit ? '  TOO LARGE' : ''}`;
    return `${name.padEnd(22)}${kilobytes(bytes)}  ${kilobytes(gzipped)}  ${held}`.trimEnd();
  });
  return [`${'Loaded at the start'.padEnd(22)} minified   gzipped      limit`, ...lines].join('\n');
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {readonly string[]} files
 * @param {number} [limit] in kB
 * @returns {PartSize}
 */
function measure(folder, name, files, limit = limits.get(name)) {
  const contents = files.map((file) => readFileSync(join(folder, file)));
  return {
    name,
    files,
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    gzipped: contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
    limit: limit === undefined ? undefined : limit * 1000,
  };
}

/**
 * @param {string} html
 * @param {RegExp} pattern
 */
function sourcesOf(html, pattern) {
  return [...html.matchAll(pattern)].map((match) => (match[1] ?? '').replace(/^\//, ''));
}

/**
 * The scripts and what they import, directly or not.
 *
 * @param {string} folder
 * @param {readonly string[]} scripts
 */
function withImports(folder, scripts) {
  /** @type {Set<string>} */
  const found = new Set();
  const visit = (/** @type {string} */ script) => {
    if (found.has(script)) return;
    found.add(script);
    const { module } = parseSync(script, readFileSync(join(folder, script), 'utf8'));
    const requests = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
      ),
    ];
    for (const request of requests) {
      const target = request.startsWith('/') ? request.slice(1) : posix.join(posix.dirname(script), request);
      if (!existsSync(join(folder, target)))
        throw new Error(`${script} imports ${request}, which is not in the build`);
      visit(target);
    }
  };
  scripts.forEach(visit);
  return [...found];
}
