import browser from 'webextension-polyfill';
import type { HostAccess } from '../ui/host-access';

const origins = browser.runtime.getManifest().host_permissions ?? [];

export const hostAccess: HostAccess = {
  isMissing: async () => !(await browser.permissions.contains({ origins })),
  ask: () => browser.permissions.request({ origins }),
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
