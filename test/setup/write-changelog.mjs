import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from './run-command.mjs';

const run = promisify(execFile);

/** The types of Conventional Commits that change something for users, in the order of the changelog. */
const headings = new Map([
  ['feat', 'Added'],
  ['perf', 'Faster'],
  ['fix', 'Fixed'],
]);

/** Parts of the project that no user meets. */
const notForUsers = /^(test|build|bench|setup|ci)$/;

/**
 * @typedef {object} Release
 * @property {string} name a version, or *Unreleased*
 * @property {readonly string[]} subjects of its commits, the newest first
 */

/**
 * The changelog of releases, by the subjects of their commits.
 * Source of the form: https://keepachangelog.com/en/1.1.0/
 *
 * @param {readonly Release[]} releases the newest first
 */
export function changelog(releases) {
  const parts = releases.map(({ name, subjects }) => {
    const entries = subjects.flatMap((subject) => {
      const [, type = '', scope = '', text = ''] = /^(\w+)(?:\(([^)]+)\))?!?: (.+)$/.exec(subject) ?? [];
      return headings.has(type) && !notForUsers.test(scope) ? [{ type, scope, text }] : [];
    });
    const lists = [...headings].flatMap(([type, heading]) => {
      const lines = entries
        .filter((entry) => entry.type === type)
        .map(({ scope, text }) => `- ${scope === '' ? '' : `${scope}: `}${text}`);
      return lines.length > 0 ? [`### ${heading}\n\n${lines.join('\n')}`] : [];
    });
    return [`## ${name}`, ...lists].join('\n\n');
  });
  return [
    '# Changelog',
    'Made of the commits by `npm run changelog`. The versions follow [Semantic Versioning](https://semver.org/).',
    ...parts,
  ]
    .join('\n\n')
    .concat('\n');
}

/** Writes CHANGELOG.md from the history: a version for each tag `v…`, and what has come since. */
export async function writeChangelog() {
  const git = async (/** @type {string[]} */ ...args) =>
    (await run('git', args, { cwd: projectFolder, maxBuffer: 1e8 })).stdout.split('\n').filter(Boolean);
  const tags = (await git('tag', '--list', 'v*', '--sort=-v:refname', '--merged')).map((tag) => tag.trim());
  /** @type {Release[]} */
  const releases = [];
  for (const [index, newer] of ['HEAD', ...tags].entries()) {
    const range = tags[index] === undefined ? newer : `${tags[index]}..${newer}`;
    const subjects = await git('log', '--no-merges', '--format=%s', range);
    releases.push({ name: index === 0 ? 'Unreleased' : newer.slice(1), subjects });
  }
  const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const present = releases[0];
  // Until a first version is tagged, everything belongs to the one that package.json names.
  if (present && tags.length === 0) releases[0] = { ...present, name: version };
  await writeFile(join(projectFolder, 'CHANGELOG.md'), changelog(releases));
}
