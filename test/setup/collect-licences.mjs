import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What packages bring for other programs than this one: types, and what stands in for Node's own modules. */
const notBundled = /^(@types\/|undici-types$|https$)/;

/** Licences that may be named and linked to instead of repeated, as their own text says. */
const linked = new Map([['MPL-2.0', 'https://www.mozilla.org/MPL/2.0/']]);

/** What builds the program leaves a few lines of its own in it; what it needs for building does not come along. */
const builders = ['@wxt-dev/browser', 'vite', 'wxt'];

/**
 * The licences of everything that may be bundled: the dependencies and theirs, as they are installed, and the builders.
 *
 * @param {string} root the project's folder
 * @returns {string} a text in an order that never changes
 * @throws {Error} when a package names no licence
 */
export function collectLicences(root) {
  const texts = licencesByPackage(root);
  const line = `\n${'-'.repeat(80)}\n\n`;
  return [...texts.keys()]
    .toSorted()
    .map((name) => texts.get(name) ?? '')
    .join(line);
}

/**
 * The same for each package by its name: a build refuses to bundle another.
 *
 * @param {string} root the project's folder
 * @returns {Map<string, string>}
 * @throws {Error} when a package names no licence
 */
export function licencesByPackage(root) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  const visit = (/** @type {string} */ name) => {
    const folder = join(root, 'node_modules', name);
    // An optional dependency for another system is not there.
    if (texts.has(name) || notBundled.test(name) || !existsSync(folder)) return;
    const { version, license, dependencies = {} } = readPackage(folder);
    if (license === undefined) throw new Error(`${name} does not say under which licence it stands`);
    const chosen = choose(license);
    const link = linked.get(chosen);
    const text = link
      ? `The terms: ${link}\nThe source: https://www.npmjs.com/package/${name}/v/${version}`
      : licenceText(folder, chosen);
    texts.set(
      name,
      `${name} ${version} (${chosen})\n\n${text ?? 'The package brings no text of its licence.'}\n`,
    );
    if (!builders.includes(name)) Object.keys(dependencies).forEach(visit);
  };
  [...Object.keys(readPackage(root).dependencies ?? {}), ...builders].forEach(visit);
  return texts;
}

/**
 * Of licences to choose from, the first: no dependency has one first that we could not use.
 *
 * @param {string} license an SPDX expression
 */
function choose(license) {
  return license.replace(/^\(|\)$/g, '').split(' OR ')[0] ?? license;
}

/**
 * The text of a file of its own; older packages have it at the end of what they say of themselves.
 *
 * @param {string} folder of a package
 * @param {string} chosen its licence
 */
function licenceText(folder, chosen) {
  const names = readdirSync(folder).toSorted();
  const read = (/** @type {RegExp} */ pattern) => {
    const found = names.find((name) => pattern.test(name));
    return found && readFileSync(join(folder, found), 'utf8').replaceAll('\r\n', '\n').trim();
  };
  const text = read(/^licen[cs]e(\.|$|-)/i);
  // Behind it stands the other licence that may be chosen, or those of what a builder itself is made of.
  if (chosen === 'MIT' && text)
    return text.split(/\n+(?=GPL version 3\n|# Licenses of bundled dependencies\n)/)[0];
  return text ?? /\n#+ *licen[cs]e\b.*$/is.exec(read(/^readme/i) ?? '')?.[0].trim();
}

/**
 * @param {string} folder
 * @returns {{ version: string, license?: string, dependencies?: Record<string, string> }}
 */
function readPackage(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
