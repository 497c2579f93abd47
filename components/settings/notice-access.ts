import browser from 'webextension-polyfill';
import type { NoticeAccess } from '../ui/notice-access';

const notifications: { permissions: ['notifications'] } = { permissions: ['notifications'] };

export const noticeAccess: NoticeAccess = {
  isAllowed: () => browser.permissions.contains(notifications),
  allow: () => browser.permissions.request(notifications),
  forbid: () => browser.permissions.remove(notifications),
};
