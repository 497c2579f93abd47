import { describe, expect, it } from 'vitest';
import { ask, type Answer } from './ask';
import { useFeishu } from './started';
import { deletedId, documentId, longId, secretId, sourceId, tokens } from './world';

const feishu = useFeishu();
const read = (rest: string, token: string = tokens.user): Promise<Answer> =>
  ask(feishu(), `/open-apis/docx/v1/documents/${rest}`, { token });

interface Page {
  items: { block_id: string }[];
  has_more: boolean;
  page_token?: string;
}
const pageOf = ({ json }: Answer): Page => json.data as Page;

describe('a document', () => {
  it.each([
    ['nobody knows', 'x'.repeat(27), 404, 1770002],
    ['has a longer id than any', 'x'.repeat(28), 400, 1770001],
    ['has an id that is no such thing', `${'x'.repeat(26)}%2F`, 400, 1770001],
    ['was deleted', deletedId, 400, 1770003],
    ['is not for this reader', secretId, 403, 1770032],
  ])('is refused with the documented code if it %s', async (_, id, status, code) => {
    for (const path of [id, `${id}/blocks`, `${id}/blocks/${id}/children`]) {
      const reply = await read(path);
      expect([reply.status, reply.json.code]).toEqual([status, code]);
    }
  });

  it('hands out 500 blocks at most and a page token only where there is more', async () => {
    const first = pageOf(await read(`${longId}/blocks`));
    expect([first.items.length, first.has_more]).toEqual([500, true]);
    const second = pageOf(await read(`${longId}/blocks?page_size=200&page_token=${first.page_token}`));
    expect([second.items.length, second.has_more]).toEqual([200, true]);
    const last = pageOf(await read(`${longId}/blocks?page_token=${second.page_token}`));
    expect([last.items.length, last.has_more]).toEqual([401, false]);
    expect(last).not.toHaveProperty('page_token');
    const ids = [first, second, last].flatMap(({ items }) => items.map((item) => item.block_id));
    expect(new Set(ids).size).toBe(1101);
    const tooMany = await read(`${longId}/blocks?page_size=501`);
    expect([tooMany.status, tooMany.json.code]).toEqual([400, 1770001]);
  });

  it('refuses a page token that it did not give', async () => {
    const foreign = pageOf(await read(`${longId}/blocks?page_size=1`)).page_token;
    for (const token of ['bogus', foreign]) {
      const reply = await read(`${documentId}/blocks?page_token=${token}`);
      expect([reply.status, reply.json.code]).toEqual([400, 1770022]);
    }
  });

  it('pages through what lies below a block', async () => {
    const path = `${sourceId}/blocks/SourceBlock0000000000000001/children?with_descendants=true&page_size=2`;
    const first = pageOf(await read(path));
    const second = pageOf(await read(`${path}&page_token=${first.page_token}`));
    expect([first.items.length, first.has_more]).toEqual([2, true]);
    expect([second.items.length, second.has_more]).toEqual([1, false]);
  });

  it('does not know a block of another document', async () => {
    const reply = await read(`${documentId}/blocks/SourceBlock0000000000000001/children`);
    expect([reply.status, reply.json.code]).toEqual([404, 1770002]);
  });

  it('has blocks with the same made-up ids at every start', async () => {
    const before = pageOf(await read(`${documentId}/blocks`)).items;
    feishu().reset();
    expect(pageOf(await read(`${documentId}/blocks`)).items).toEqual(before);
    for (const { block_id: id } of before) expect(id).toMatch(/^[A-Za-z0-9]{27}$/);
  });
});

describe('titles in bulk', () => {
  const query = (body: unknown, token: string = tokens.user): Promise<Answer> =>
    ask(feishu(), '/open-apis/drive/v1/metas/batch_query', { method: 'POST', token, body });

  it('take 1 to 200 documents at once', async () => {
    const docs = (length: number): object => ({
      request_docs: Array.from({ length }, () => ({ doc_token: documentId, doc_type: 'docx' })),
    });
    const codes = [docs(0), docs(1), docs(200), docs(201), {}].map(
      async (body) => (await query(body)).json.code,
    );
    expect(await Promise.all(codes)).toEqual([99992402, 0, 0, 99992402, 99992402]);
  });

  it('are asked for in JSON that says so', async () => {
    const wanted = { request_docs: [{ doc_token: documentId, doc_type: 'docx' }] };
    const codeAs = async (type: string): Promise<unknown> => {
      const headers = { 'content-type': type };
      const question = { method: 'POST', token: tokens.user, body: wanted, headers };
      return (await ask(feishu(), '/open-apis/drive/v1/metas/batch_query', question)).json.code;
    };
    expect(await codeAs('application/json; charset=utf-8')).toBe(0);
    expect(await codeAs('text/plain;charset=UTF-8')).toBe(99992402);
    expect(await codeAs('application/x-www-form-urlencoded')).toBe(99992402);
  });

  it('say when a document was last changed, and follow its title', async () => {
    const metas = async (): Promise<unknown> => {
      const { json } = await query({ request_docs: [{ doc_token: documentId, doc_type: 'docx' }] });
      return json.data;
    };
    feishu().clock.advance(60_000);
    feishu().store.changeDocument(documentId, { title: 'New' });
    const seconds = String(Math.floor(feishu().clock.now() / 1000));
    expect(await metas()).toMatchObject({ metas: [{ title: 'New', latest_modify_time: seconds }] });
  });
});
