import { packStores } from './pack-stores.mjs';

// What `npm run zip` does with the builds.
await packStores();
