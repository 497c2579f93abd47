import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { projectFolder, readSources } from '../architecture/read-sources';
import { outputFolders } from './output';

const run = promisify(execFile);

const messages = v.array(v.object({ code: v.string(), file: v.optional(v.string()), message: v.string() }));
const reportSchema = v.object({ errors: messages, warnings: messages, notices: messages });

/** What addons.mozilla.org says of a package when it is handed in. https://github.com/mozilla/addons-linter */
async function lint(folder: string): Promise<v.InferOutput<typeof reportSchema>> {
  const linter = `${projectFolder}node_modules/addons-linter/bin/addons-linter`;
  const { stdout } = await run(process.execPath, [linter, folder, '--output', 'json'], {
    maxBuffer: 1e8,
  }).catch((error: unknown) => v.parse(v.object({ stdout: v.string() }), error)); // It fails where it finds errors.
  return v.parse(reportSchema, JSON.parse(stdout));
}

/** Warnings that stay, each with what a reviewer may be told. */
const explained = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/browser-vector-/,
    because:
      'DOMPurify, which takes out of a drawing what runs, parses in a document of its own that runs nothing.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/view-/,
    because: 'Preact can set HTML for dangerouslySetInnerHTML, which no view uses: the next test says so.',
  },
] as const;

const [, firefoxFolder] = outputFolders.find(([browser]) => browser === 'firefox') ?? [];

test(
  'Mozilla’s linter finds no error, and no warning that is not explained',
  { timeout: 120_000 },
  async () => {
    const { errors, notices, warnings } = await lint(firefoxFolder ?? '');
    expect(errors).toEqual([]);
    expect(notices).toEqual([]);
    const isExplained = (code: string, file = ''): boolean =>
      explained.some((one) => one.code === code && one.file.test(file));
    expect(warnings.filter(({ code, file }) => !isExplained(code, file))).toEqual([]);
    const unneeded = explained.filter(
      (one) => !warnings.some(({ code, file = '' }) => one.code === code && one.file.test(file)),
    );
    expect(unneeded).toEqual([]);
  },
);

test('no view sets HTML', () => {
  const views = readSources(['components', 'entrypoints']);
  expect(
    [...views].filter(([, text]) => text.includes('dangerouslySetInnerHTML')).map(([path]) => path),
  ).toEqual([]);
});
