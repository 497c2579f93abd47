import type { NoticeAccess } from '../../../components/ui/notice-access';

/** The browser's permission for notifications, which the user gives when asked. */
export function createFakeNotices(): NoticeAccess {
  let isAllowed = false;
  return {
    isAllowed: async () => isAllowed,
    allow: async () => (isAllowed = true),
    forbid: async () => (isAllowed = false),
  };
}
