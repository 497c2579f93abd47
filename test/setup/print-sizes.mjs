import { join } from 'node:path';
import { measureBuild, sizeTable } from './measure-build.mjs';
import { projectFolder } from './run-command.mjs';

// What `npm run build` prints at its end.
console.log(`\n${sizeTable(measureBuild(join(projectFolder, '.output/chrome-mv3')))}\n`);
