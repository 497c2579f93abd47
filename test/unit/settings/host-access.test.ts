import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hostAccess } from '../../../components/settings/host-access';

const acme = {
  name: 'Acme',
  documents: ['docs.acme.example'],
  open: 'open.acme.example',
  accounts: 'accounts.acme.example',
};
const manifestHost = 'https://open.feishu.cn/*';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Board Saver',
    version: '1',
    host_permissions: [manifestHost],
  });
  // The browser has given what the manifest names.
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async ({ origins = [] }) =>
    origins.every((origin) => origin === manifestHost),
  );
  for (const event of [fakeBrowser.permissions.onAdded, fakeBrowser.permissions.onRemoved]) {
    vi.spyOn(event, 'addListener').mockReturnValue();
    vi.spyOn(event, 'removeListener').mockReturnValue();
  }
});

it('lacks nothing where the browser has given the hosts of the manifest', async () => {
  expect(await hostAccess.isMissing()).toBe(false);
});

it('tells whoever looks on when a company’s hosts are named, which a policy may do late', async () => {
  const onChange = vi.fn<() => void>();
  const leave = hostAccess.watch(onChange);
  await fakeBrowser.storage.managed.set({ company: acme });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  expect(await hostAccess.isMissing()).toBe(true);

  leave();
  onChange.mockClear();
  await fakeBrowser.storage.managed.clear();
  expect(await hostAccess.isMissing()).toBe(false);
  expect(onChange).not.toHaveBeenCalled();
});
