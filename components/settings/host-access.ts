import browser from 'webextension-polyfill';
import type { HostAccess } from '../ui/host-access';

/** Asked for when it is needed: where tasks run, there is no manifest to be read. */
const origins = (): string[] => browser.runtime.getManifest().host_permissions ?? [];

export const hostAccess: HostAccess = {
  isMissing: async () => !(await browser.permissions.contains({ origins: origins() })),
  ask: () => browser.permissions.request({ origins: origins() }),
  watch(onChange) {
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(onChange);
    onRemoved.addListener(onChange);
    return () => {
      onAdded.removeListener(onChange);
      onRemoved.removeListener(onChange);
    };
  },
};
