import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const output = fileURLToPath(new URL('../../.output', import.meta.url));

/** The built extensions: the browser, and the folder of its build. */
export const outputFolders = [
  ['chrome', join(output, 'chrome-mv3')],
  ['firefox', join(output, 'firefox-mv3')],
] as const;

const manifestSchema = v.looseObject({
  permissions: v.array(v.string()),
  optional_permissions: v.array(v.string()),
  optional_host_permissions: v.array(v.string()),
  host_permissions: v.array(v.string()),
  content_scripts: v.array(v.object({ matches: v.array(v.string()) })),
  content_security_policy: v.object({ extension_pages: v.string() }),
});

/** A built manifest, as far as the tests look at it. */
export function readManifest(folder: string): v.InferOutput<typeof manifestSchema> {
  return v.parse(manifestSchema, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
}

/** The text files of a build by their path in it. */
export function readTexts(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = names.filter((name) => /\.(js|css|html|json)$/.test(name));
  return new Map(texts.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
