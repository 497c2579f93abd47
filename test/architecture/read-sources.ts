import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at the end. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The text files of some folders by their path below the project's folder, with forward slashes. */
export function readSources(folders: readonly string[], names = /\.(m?[jt]s|tsx|html|css|json)$/) {
  const paths = folders.flatMap((folder) =>
    readdirSync(`${projectFolder}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => names.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  return new Map(paths.toSorted().map((path) => [path, readFileSync(`${projectFolder}${path}`, 'utf8')]));
}
