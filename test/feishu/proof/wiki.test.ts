import { describe, expect, it } from 'vitest';
import { ask, type Answer } from './ask';
import { useFeishu } from './started';
import { app, documentId, tokens } from './world';

const feishu = useFeishu();
const spaces = '/open-apis/wiki/v2/spaces';
const read = (rest: string, token: string = tokens.user): Promise<Answer> =>
  ask(feishu(), `${spaces}/${rest}`, { token });
const children = '7000000000000000001/nodes?parent_node_token=wikiRoot';

describe('the wiki', () => {
  it.each([
    ['no token', 'get_node', 131002],
    ['an unknown token', 'get_node?token=wikiNobody', 131005],
    ['a node for others', 'get_node?token=wikiHidden1', 131006],
    ['an unknown space', '7999/nodes', 131005],
    ['the children of an unknown node', '7000000000000000001/nodes?parent_node_token=wikiNobody', 131005],
    ['a page that is too big', `${children}&page_size=51`, 131002],
    ['a page token that it never gave', `${children}&page_token=bogus`, 131002],
  ])('answers HTTP 400 and its own code to %s', async (_, path, code) => {
    const reply = await read(path);
    expect([reply.status, reply.json.code]).toEqual([400, code]);
  });

  it('finds a node by the document that it shows', async () => {
    const reply = await read(`get_node?token=${documentId}&obj_type=docx`);
    expect(reply.json.data).toMatchObject({
      node: { node_token: 'wikiRoot', space_id: '7000000000000000001' },
    });
  });

  it('shows a shortcut as what it points at', async () => {
    const reply = await read('get_node?token=wikiShortcut');
    expect(reply.json.data).toMatchObject({
      node: {
        node_type: 'shortcut',
        origin_node_token: 'wikiRoot',
        obj_token: documentId,
        title: 'Shortcut',
      },
    });
  });

  it('can send an empty page although there is more', async () => {
    const first = await read(`${children}&page_size=2`);
    const page = first.json.data as { page_token: string };
    expect(page).toMatchObject({ items: [], has_more: true });
    const second = await read(`${children}&page_size=2&page_token=${page.page_token}`);
    expect(second.json.data).toMatchObject({
      items: [{ node_token: 'wikiSheet', obj_type: 'sheet' }, { node_token: 'wikiShortcut' }],
      has_more: false,
    });
    const other = await read(`${children}&page_size=2`, tokens.other);
    expect(other.json.data).toMatchObject({ items: [{ node_token: 'wikiHidden1' }, {}] });
  });

  it('lists the top of a space where no parent is named', async () => {
    const reply = await read('7000000000000000001/nodes');
    expect(reply.json.data).toMatchObject({ items: [{ node_token: 'wikiRoot', parent_node_token: '' }] });
  });

  it('lists the top of a space for those who may read it', async () => {
    const { store } = feishu();
    store.changeApp(app.id, { kind: 'store' });
    store.addToken({ token: 'u-guest', app: app.id, user: 'ou_guest' });
    for (const stranger of ['u-guest', tokens.app]) {
      const reply = await read('7000000000000000001/nodes', stranger);
      expect([reply.status, reply.json.code]).toEqual([400, 131006]);
    }
    store.wikiSpace('7000000000000000001')?.readers.push(app.id);
    expect((await read('7000000000000000001/nodes', tokens.app)).json.code).toBe(0);
  });
});
