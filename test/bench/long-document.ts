import { pagesSeed } from '../feishu/pages/pages-seed';
import type { Seed } from '../feishu/seed';

/** A document of 6,000 blocks and 400 boards, and somebody who may read it. */
export const longDocument = {
  boards: 400,
  /** All of the page's own model comes with the page. */
  url: 'https://acme.feishu.cn/docx/DocLong00000000000000000001?slices=all',
  token: 'u-reader',
  seed: {
    ...pagesSeed,
    apps: [
      {
        id: 'cli_reader',
        secret: 'secret',
        tenant: 'acme',
        scopes: ['board:whiteboard:node:read', 'docx:document:readonly'],
      },
    ],
    users: [{ id: 'ou_reader', name: 'Reader', tenant: 'acme' }],
    tokens: [{ token: 'u-reader', app: 'cli_reader', user: 'ou_reader' }],
  } satisfies Seed,
} as const;
