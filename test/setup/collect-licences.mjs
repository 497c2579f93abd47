import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of everything that may be bundled: the dependencies and theirs, as they are installed.
 *
 * @param {string} root the project's folder
 * @returns {string} a text in an order that never changes
 * @throws {Error} when a package names no licence
 */
export function collectLicences(root) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  const visit = (/** @type {string} */ name) => {
    const folder = join(root, 'node_modules', name);
    // An optional dependency for another system is not there.
    if (texts.has(name) || !existsSync(folder)) return;
    const { version, license, dependencies = {} } = readPackage(folder);
    if (license === undefined) throw new Error(`${name} does not say under which licence it stands`);
    const text = licenceText(folder) ?? 'The package brings no text of its licence.';
    texts.set(name, `${name} ${version} (${license})\n\n${text}\n`);
    Object.keys(dependencies).forEach(visit);
  };
  Object.keys(readPackage(root).dependencies ?? {}).forEach(visit);
  const line = `\n${'-'.repeat(80)}\n\n`;
  return [...texts.keys()]
    .toSorted()
    .map((name) => texts.get(name) ?? '')
    .join(line);
}

/**
 * The text of a file of its own; older packages have it at the end of what they say of themselves.
 *
 * @param {string} folder of a package
 */
function licenceText(folder) {
  const names = readdirSync(folder).toSorted();
  const read = (/** @type {RegExp} */ pattern) => {
    const found = names.find((name) => pattern.test(name));
    return found && readFileSync(join(folder, found), 'utf8').replaceAll('\r\n', '\n').trim();
  };
  return read(/^licen[cs]e(\.|$|-)/i) ?? /\n#+ *licen[cs]e\b.*$/is.exec(read(/^readme/i) ?? '')?.[0].trim();
}

/**
 * @param {string} folder
 * @returns {{ version: string, license?: string, dependencies?: Record<string, string> }}
 */
function readPackage(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
