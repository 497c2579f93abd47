import { writeChangelog } from './write-changelog.mjs';

// What `npm run changelog` does.
await writeChangelog();
