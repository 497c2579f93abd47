import browser from 'webextension-polyfill';
import type { SessionArea } from '../../components/account/account-store';

/** What is forgotten when the browser closes. Content scripts cannot read it. */
export const sessionArea: SessionArea = {
  get: async (key) => (await browser.storage.session.get(key))[key],
  set: (key, value) =>
    value === undefined ? browser.storage.session.remove(key) : browser.storage.session.set({ [key]: value }),
};
