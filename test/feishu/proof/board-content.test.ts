import { describe, expect, it } from 'vitest';
import { withUserAccessToken } from '@larksuiteoapi/node-sdk';
import { renderPicture } from '../pictures/render';
import { scenes } from '../pictures/scenes';
import { ask, type Answer } from './ask';
import { sdkFor } from './sdk';
import { useFeishu } from './started';
import { boardIds, tokens } from './world';

const feishu = useFeishu();
const asUser = withUserAccessToken(tokens.user);
const path = (id: string, what: string): string => `/open-apis/board/v1/whiteboards/${id}/${what}`;
const exportOf = (id: string, body: unknown = { export_type: 'svg' }): Promise<Answer> =>
  ask(feishu(), path(id, 'export'), {
    method: 'POST',
    token: tokens.user,
    headers: { 'content-type': 'application/json' },
    body,
  });
const get = (id: string, what: string): Promise<Answer> =>
  ask(feishu(), path(id, what), { token: tokens.user });

describe('what is on a board', () => {
  it('is exported as the drawing that it is', async () => {
    const reply = await exportOf(boardIds.jpeg);
    const drawing = await renderPicture('org-chart', { format: 'svg' });
    expect(reply.json).toMatchObject({ code: 0, data: { mime_type: 'image/svg+xml' } });
    expect(reply.json).toHaveProperty('data.content', drawing.bytes.toString('base64'));
    feishu().store.redraw(boardIds.jpeg);
    expect((await exportOf(boardIds.jpeg)).bytes.equals(reply.bytes)).toBe(false);
  });

  it.each([
    ['absent', 404, undefined],
    ['refused', 400, 2890002],
    ['not-svg', 200, 0],
    ['not-base64', 200, 0],
    ['empty', 200, 0],
  ] as const)(
    'is not exported where there is no such endpoint, or it fails: %s',
    async (kind, status, code) => {
      feishu().store.changeBoard(boardIds.png, { export: kind });
      const reply = await exportOf(boardIds.png);
      expect([reply.status, reply.json.code]).toEqual([status, code]);
      expect(reply.bytes.toString()).not.toContain('PHN2Zw');
      expect(/json/.test(reply.headers['content-type'] ?? '')).toBe(kind !== 'absent');
    },
  );

  it('is exported as SVG alone, ten times a second', async () => {
    expect((await exportOf(boardIds.png, { export_type: 'pdf' })).json.code).toBe(2890002);
    for (let n = 1; n < 10; n++) expect((await exportOf(boardIds.png)).status).toBe(200);
    const turnedAway = await exportOf(boardIds.png);
    expect([turnedAway.status, turnedAway.json.code]).toEqual([429, 99991400]);
  });

  it('lists what is on a board', async () => {
    const reply = await sdkFor(feishu()).board.v1.whiteboardNode.list(
      { path: { whiteboard_id: boardIds.png } },
      asUser,
    );
    const nodes = reply.data?.nodes ?? [];
    expect(nodes).toHaveLength(scenes['payment-flow'].items.length);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    const first = scenes['payment-flow'].items.find((item) => item.type === 'rect');
    const line = scenes['payment-flow'].items.find((item) => item.type === 'connector' && item.label !== '');
    expect(nodes).toContainEqual(
      expect.objectContaining({
        type: 'composite_shape',
        x: first?.x,
        y: first?.y,
        text: expect.objectContaining({ text: first?.text }),
      }),
    );
    const labels = nodes.flatMap(({ connector }) => connector?.captions?.data?.map(({ text }) => text) ?? []);
    expect(labels).toContain(line?.type === 'connector' && line.label);
  });

  it.each([
    ['missing', {}],
    ['null', { nodes: null }],
  ] as const)('has no nodes where nothing is drawn: %s', async (nodes, data) => {
    feishu().store.changeBoard(boardIds.png, { nodes });
    expect((await get(boardIds.png, 'nodes')).json['data']).toEqual(data);
  });

  it('gives the source of Mermaid and PlantUML', async () => {
    feishu().store.changeBoard(boardIds.png, {
      syntax: [
        { language: 'mermaid', code: 'graph TD; A-->B' },
        { language: 'plantuml', code: '@startuml\nA -> B\n@enduml' },
      ],
    });
    const { json } = await get(boardIds.png, 'nodes');
    expect(json).toHaveProperty(
      'data.nodes',
      expect.arrayContaining([
        expect.objectContaining({ syntax: { code: 'graph TD; A-->B', syntax_type: 2 } }),
        expect.objectContaining({ syntax: { code: '@startuml\nA -> B\n@enduml', syntax_type: 1 } }),
      ]),
    );
  });

  it('tells the theme of a board', async () => {
    const client = sdkFor(feishu());
    const theme = async () =>
      (await client.board.v1.whiteboard.theme({ path: { whiteboard_id: boardIds.png } }, asUser)).data?.theme;
    expect(await theme()).toBe('default');
    feishu().store.changeBoard(boardIds.png, { theme: 'retro' });
    expect(await theme()).toBe('retro');
  });

  it.each(['nodes', 'theme'] as const)('has no %s where the endpoint is not there', async (what) => {
    feishu().store.changeBoard(boardIds.png, { [what]: 'absent' });
    expect((await get(boardIds.png, what)).status).toBe(404);
  });

  it('holds nodes and themes to their limits', async () => {
    for (const [what, count] of [
      ['nodes', 10],
      ['theme', 20],
    ] as const) {
      for (let n = 0; n < count; n++) expect((await get(boardIds.png, what)).status).toBe(200);
      expect((await get(boardIds.png, what)).json.code).toBe(99991400);
    }
    feishu().clock.advance(1000);
    expect((await get(boardIds.png, 'nodes')).status).toBe(200);
    expect((await get(boardIds.png, 'theme')).status).toBe(429);
  });

  it.each([
    ['of no possible length', 'short', 2890001],
    ['that nobody knows', 'BoardUnknown000000000001', 2890003],
    ['that was deleted', boardIds.deleted, 2890003],
    ['for other readers', boardIds.forbidden, 2890005],
  ])('refuses its content as it refuses its picture: %s', async (_, id, code) => {
    for (const what of ['nodes', 'theme']) expect((await get(id, what)).json.code).toBe(code);
    expect((await exportOf(id)).json.code).toBe(code);
  });
});
