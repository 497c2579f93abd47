import { notFound, type Reply } from '../reply';

/** `accounts.feishu.cn` and `accounts.larksuite.com`: the place where signing in will be answered. */
export function answerAccounts(): Reply {
  return notFound();
}
