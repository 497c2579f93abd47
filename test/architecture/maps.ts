/** The parts in the table under the first heading of components/README.md: files, and folders with a slash at the end. */
export function mappedParts(readme: string): string[] {
  return firstCells(sectionOf(readme, '# The map'));
}

/** The files that components/README.md lets every part use. */
export function commonFiles(readme: string): string[] {
  const rule = /The rest are leaves: no sibling but (.*?) and \*\*types\*\*/s.exec(
    sectionOf(readme, '## Who may import whom'),
  )?.[1];
  return marked(rule ?? '');
}

/** The folders in the table of README.md, as paths with a slash at the end. */
export function mappedFolders(readme: string): string[] {
  return firstCells(sectionOf(readme, '## Work on it'));
}

function sectionOf(readme: string, heading: string): string {
  return `\n${readme}`.split(`\n${heading}\n`)[1]?.split(/\n#+ /)[0] ?? '';
}

function firstCells(section: string): string[] {
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => marked(line.split('|')[1] ?? ''));
}

/** What stands in code marks. */
function marked(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);
}
