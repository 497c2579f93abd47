import { describe, expect, it, vi } from 'vitest';
import { keepAccountsAsSet } from '../../../components/account/keep-accounts-as-set';

/** A browser with accounts that are forgotten, or not. */
function setUp(...accounts: { forget?: boolean }[]) {
  let isSet = false;
  let tell: (forget: boolean) => void = () => {};
  let start = (): void => {};
  const kept: boolean[] = [];
  keepAccountsAsSet({
    setting: { get: async () => isSet, watch: (onChange) => (tell = onChange) },
    accounts: { list: async () => accounts },
    keep: async (forget) => void kept.push(forget),
    onBrowserStart: (listener) => (start = listener),
  });
  return {
    kept,
    set(forget: boolean): void {
      isSet = forget;
      tell(forget);
    },
    setWhileClosed(forget: boolean): void {
      isSet = forget;
      start();
    },
  };
}

describe('keepAccountsAsSet', () => {
  it('moves accounts when the setting changes, whoever changed it', async () => {
    const { kept, set } = setUp({});
    set(true);
    await vi.waitFor(() => expect(kept).toEqual([true]));
  });

  it('moves them back', async () => {
    const { kept, set } = setUp({ forget: false }, { forget: true });
    set(false);
    await vi.waitFor(() => expect(kept).toEqual([false]));
  });

  it('moves them when the browser starts, where a policy came while it was closed', async () => {
    const { kept, setWhileClosed } = setUp({ forget: false });
    setWhileClosed(true);
    await vi.waitFor(() => expect(kept).toEqual([true]));
  });

  it('asks nobody to move what lies where it is to lie, or is not there', async () => {
    const list = vi.fn<() => Promise<{ forget: boolean }[]>>(async () => [{ forget: true }]);
    const keep = vi.fn<() => Promise<void>>(async () => undefined);
    keepAccountsAsSet({
      setting: { get: async () => true, watch: () => undefined },
      accounts: { list },
      keep,
      onBrowserStart: (listener) => listener(),
    });
    await vi.waitFor(() => expect(list).toHaveBeenCalledOnce());
    await Promise.resolve();
    expect(keep).not.toHaveBeenCalled();
  });
});
