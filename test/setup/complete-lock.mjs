import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { missingFromLock } from './missing-from-lock.mjs';
import { projectFolder } from './run-command.mjs';

// What `npm run lock` does after npm has brought the lock file up to date.
const path = join(projectFolder, 'package-lock.json');
const lock = JSON.parse(await readFile(path, 'utf8'));
const missing = missingFromLock(lock.packages);
const packages = Object.entries({ ...lock.packages, ...missing });
packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
await writeFile(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`package-lock.json: ${Object.keys(missing).length} builds for other systems added`);
