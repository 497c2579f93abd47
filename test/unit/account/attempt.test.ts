import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { attempt } from '../../../components/account/sign-in/attempt';

describe('a sign-in on disk', () => {
  it('is read as an earlier version has left it, without what nobody needs any more', () => {
    const grant = { token: 'u-token', refreshToken: 'ur-token', lastsMs: 7_200_000, receivedAt: 1 };
    const begun = {
      id: 'a',
      way: 'device',
      brand: 'feishu',
      step: 'identifying',
      scopes: [],
      forget: false,
      expiresAt: 1,
      intervalMs: 5000,
    };
    const left = { ...begun, grant: { ...grant, refreshLastsMs: 604_800_000 } };
    expect(v.parse(attempt, left)).toEqual({ ...begun, grant });
  });
});
