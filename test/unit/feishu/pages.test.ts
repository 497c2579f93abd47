import { expect, it } from 'vitest';
import { walkPages } from '../../../components/feishu/pages';
import { all, codeOf } from './setup';

it('leaves a listing that never ends, although each page names a new one', async () => {
  let pages = 0;
  const endless = walkPages(() =>
    Promise.resolve({ items: [], has_more: true, page_token: `p${String(++pages)}` }),
  );
  expect(await codeOf(all(endless))).toBe('list-cut-short');
  expect(pages).toBeLessThan(5000);
});
