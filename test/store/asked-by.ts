import * as v from 'valibot';
import { readFileSync } from 'node:fs';
import { projectFolder } from '../architecture/read-sources';

const list = v.optional(v.array(v.string()), []);
const manifestSchema = v.looseObject({
  permissions: list,
  optional_permissions: list,
  host_permissions: list,
  optional_host_permissions: list,
});

/**
 * What a built extension asks for, at the installation or later, in the words of the listings: permissions by their
 * names, hosts together.
 *
 * @param build such as `chrome-mv3`
 */
export function askedBy(build: string): Set<string> {
  const manifest = v.parse(
    manifestSchema,
    JSON.parse(readFileSync(`${projectFolder}.output/${build}/manifest.json`, 'utf8')),
  );
  return new Set([
    ...manifest.permissions,
    ...manifest.optional_permissions,
    ...(manifest.host_permissions.length > 0 ? ['hosts'] : []),
    ...(manifest.optional_host_permissions.length > 0 ? ['optional hosts'] : []),
  ]);
}
