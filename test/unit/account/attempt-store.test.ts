import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createSealer } from '../../../components/account/sealer';
import type { Attempt } from '../../../components/account/sign-in/attempt';
import { createAttemptStore } from '../../../components/account/sign-in/attempt-store';
import { isErrorCodeLike } from '../../../components/errors';

it('keeps the app of a sign-in that another version says has failed in a way of its own', async () => {
  const attempts = createAttemptStore({ sealer: createSealer() });
  const code: string = 'sign-in-on-sundays-alone';
  if (!isErrorCodeLike(code)) throw new Error('no code');
  const left: Attempt = {
    id: 'attempt-1',
    way: 'create',
    brand: 'feishu',
    step: 'failed',
    scopes: [],
    forget: false,
    expiresAt: 1,
    intervalMs: 1000,
    app: { id: 'cli_made', secret: 'secret' },
    error: { code },
  };
  await attempts.begin(left);
  expect((await attempts.get())?.app).toEqual(left.app);
});
