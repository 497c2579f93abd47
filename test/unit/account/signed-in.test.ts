import { describe, expect, it } from 'vitest';
import { createSignedIn } from '../../../components/account/signed-in';

const me = { brand: 'feishu', accountId: 'ou_1' } as const;

/** Somebody is signed in, whose account is read as often as `reads` tells. */
function setUp() {
  const world = { accountId: 'ou_1' as string | undefined, reads: 0 };
  const signedIn = createSignedIn(async () => {
    world.reads += 1;
    return world.accountId === undefined ? undefined : { accountId: world.accountId };
  });
  return { ...signedIn, world };
}

describe('createSignedIn', () => {
  it('reads the account once for many who ask', async () => {
    const { isSignedIn, world } = setUp();
    for (let asked = 0; asked < 3; asked++) expect(await isSignedIn(me)).toBe(true);
    expect(await isSignedIn({ ...me, accountId: 'ou_2' })).toBe(false);
    expect(world.reads).toBe(1);
  });

  it('reads it each time while somebody signs out, and anew after that', async () => {
    const { changing, isSignedIn, world } = setUp();
    expect(await isSignedIn(me)).toBe(true);
    await changing(async () => {
      expect(await isSignedIn(me)).toBe(true);
      world.accountId = undefined;
      expect(await isSignedIn(me)).toBe(false);
      // Signed in again meanwhile, and out: what was read in between stands for nothing.
      world.accountId = 'ou_1';
      expect(await isSignedIn(me)).toBe(true);
      world.accountId = undefined;
    });
    expect(await isSignedIn(me)).toBe(false);
  });

  it('reads it anew after what failed, too', async () => {
    const { changing, isSignedIn, world } = setUp();
    expect(await isSignedIn(me)).toBe(true);
    world.accountId = undefined;
    await expect(changing(() => Promise.reject(new Error('No answer')))).rejects.toThrow('No answer');
    expect(await isSignedIn(me)).toBe(false);
  });
});
