import browser from 'webextension-polyfill';
import type { HostAccess } from '../ui/host-access';
import { companyOrigins } from './company';
import { settings } from './settings';

/** The hosts of the manifest, asked for when they are needed: where tasks run, there is no manifest to be read. */
const manifestOrigins = (): string[] => browser.runtime.getManifest().host_permissions ?? [];

/** Looked up before anybody is asked: that has to be done in the click's own tick. */
let origins: string[] | undefined;

export const hostAccess: HostAccess = {
  async isMissing() {
    origins = [...manifestOrigins(), ...companyOrigins(await settings.company.get())];
    return !(await browser.permissions.contains({ origins }));
  },
  async ask() {
    const isGiven = await browser.permissions.request({ origins: origins ?? manifestOrigins() });
    // Before the page is loaded again, which then has the content script in it.
    if (isGiven) await (await import('./company-pages')).followCompany();
    return isGiven;
  },
  watch(onChange) {
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(onChange);
    onRemoved.addListener(onChange);
    // A policy that names them may come after the page.
    const leave = settings.company.watch(onChange);
    return () => {
      leave();
      onAdded.removeListener(onChange);
      onRemoved.removeListener(onChange);
    };
  },
};
