import { describe, expect, it } from 'vitest';
import { checkAccount, type CheckClient } from '../../../components/account/check-account';
import { AppError, type ErrorCode, type ErrorDetails } from '../../../components/errors';
import { codeOf } from '../feishu/setup';

/** A client whose endpoints refuse, each in its way; that of a wiki's pages as that of one page, unless told else. */
function refusing(
  board: AppError,
  docx: AppError,
  wiki: AppError,
  pages = wiki,
): CheckClient & { asked: string[] } {
  const asked: string[] = [];
  const refuse = (error: AppError) => (id: string) => {
    asked.push(id);
    return Promise.reject(error);
  };
  return {
    asked,
    downloadBoardImage: refuse(board),
    getDocument: refuse(docx),
    getWikiNode: refuse(wiki),
    listWikiChildren: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(pages) }) }),
  };
}

const failed = (code: ErrorCode, details: ErrorDetails = {}): AppError => new AppError(code, details);

describe('checkAccount', () => {
  it('takes for held what lets it hear that there is nothing', async () => {
    const client = refusing(failed('board-missing'), failed('document-missing'), failed('wiki-node-missing'));
    expect(await checkAccount(client)).toEqual([
      { scope: 'board:whiteboard:node:read', state: 'held' },
      { scope: 'docx:document:readonly', state: 'held' },
      { scope: 'wiki:node:read', state: 'held' },
      { scope: 'wiki:node:retrieve', state: 'held' },
    ]);
    expect(client.asked.every((id) => /^[A-Za-z]{27}$/.test(id))).toBe(true);
  });

  it('names what is missing and where to get it, and what could not be found out', async () => {
    const helpUrl = 'https://open.feishu.cn/app/cli_a/auth';
    const client = refusing(
      failed('app-scope-missing', { status: 400, helpUrl }),
      failed('user-scope-missing'),
      failed('network-failed'),
      failed('app-scope-missing'),
    );
    expect(await checkAccount(client)).toMatchObject([
      { state: 'missing', helpUrl, error: { code: 'app-scope-missing' } },
      { state: 'missing', error: { code: 'user-scope-missing' } },
      { state: 'unknown', error: { code: 'network-failed' } },
      { scope: 'wiki:node:retrieve', state: 'missing' },
    ]);
  });

  it('cannot tell with a dead token', async () => {
    const dead = failed('token-expired', { status: 401 });
    const states = (await checkAccount(refusing(dead, dead, dead))).map(({ state }) => state);
    expect(states).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });

  it('ends when cancelled', async () => {
    const cancelled = failed('cancelled');
    const client = refusing(cancelled, cancelled, cancelled);
    expect(await codeOf(checkAccount(client, { signal: AbortSignal.abort() }))).toBe('cancelled');
  });
});
