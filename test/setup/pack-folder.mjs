import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import JSZip from 'jszip';

/** The date of every file in a package, so that the same files always make the same bytes. */
const date = new Date('2020-01-01T00:00:00Z');

/**
 * @typedef {object} PackOptions
 * @property {Readonly<Record<string, string>>} [add] more files: path and text
 * @property {(path: string) => boolean} [leaveOut] by path or folder, with `/`
 * @property {(path: string, content: Buffer) => Buffer | string} [change]
 */

/**
 * Packs a folder as a ZIP of the same bytes wherever and whenever it is made.
 *
 * @param {string} folder
 * @param {PackOptions} [options]
 * @returns {Promise<Buffer>}
 */
export async function packFolder(folder, options = {}) {
  const { add = {}, leaveOut = () => false, change = (_, content) => content } = options;
  /** @type {Map<string, Buffer | string>} */
  const contents = new Map(Object.entries(add));
  const visit = async (/** @type {string} */ current) => {
    for (const entry of await readdir(current, { withFileTypes: true })) {
      const path = join(current, entry.name);
      const name = relative(folder, path).split(sep).join('/');
      if (leaveOut(name)) continue;
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile()) contents.set(name, change(name, await readFile(path)));
    }
  };
  await visit(folder);
  const zip = new JSZip();
  for (const name of [...contents.keys()].toSorted()) {
    zip.file(name, contents.get(name) ?? '', { date, createFolders: false });
  }
  return zip.generateAsync({
    type: 'nodebuffer',
    platform: 'DOS',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
}
