import { describe, expect, it } from 'vitest';
import { boardSources, boardText } from '../../../components/boards/board-text';
import type { ErrorCode } from '../../../components/errors';
import { createBoardContentClient, type BoardContentClient } from '../../../components/feishu/board-content';
import { renderPicture } from '../../feishu/pictures/render';
import { useFeishu } from '../../feishu/proof/started';
import { boardIds, tokens } from '../../feishu/proof/world';
import { clockOf, loopbackFetch } from '../fakes/loopback-fetch';
import { codeOf } from './setup';

const feishu = useFeishu();
const id = boardIds.png;

function client(token: string = tokens.user): BoardContentClient {
  return createBoardContentClient({
    brand: 'feishu',
    fetch: loopbackFetch(feishu()),
    clock: clockOf(feishu()),
    random: () => 0.5,
    getToken: () => Promise.resolve(token),
  });
}

describe('a board’s drawing', () => {
  it('comes as the SVG that the server has', async () => {
    const blob = await client().exportBoard(id);
    const { bytes } = await renderPicture('payment-flow', { format: 'svg' });
    expect(blob.type).toBe('image/svg+xml');
    expect(Buffer.from(await blob.arrayBuffer()).equals(bytes)).toBe(true);
    expect(feishu().requests).toMatchObject([{ method: 'POST', status: 200 }]);
  });

  it.each<['absent' | 'refused' | 'not-base64' | 'empty', ErrorCode]>([
    ['absent', 'endpoint-missing'],
    ['refused', 'board-request-invalid'],
    ['not-base64', 'response-not-image'],
    ['empty', 'response-not-image'],
  ])('is asked for once where it is %s', async (kind, code) => {
    feishu().store.changeBoard(id, { export: kind });
    expect(await codeOf(client().exportBoard(id))).toBe(code);
    expect(feishu().requests).toHaveLength(1);
  });

  it('is not waited for when the server fails or is busy', async () => {
    for (const status of [500, 429]) {
      feishu().faults.add({ match: { path: '/export' }, kind: 'status', status });
      const code = await codeOf(client().exportBoard(id));
      expect(code).toBe(status === 500 ? 'server-error' : 'rate-limited');
    }
    expect(feishu().requests).toHaveLength(2);
  });

  it('is not there for whoever may not see the board', async () => {
    expect(await codeOf(client().exportBoard(boardIds.forbidden))).toBe('board-forbidden');
    expect(await codeOf(client().exportBoard('../etc'))).toBe('board-id-invalid');
  });
});

describe('a board’s nodes', () => {
  it('tell what is written on it, from top to bottom', async () => {
    const lines = boardText(await client().listNodes(id)).split('\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.every((line) => line !== '' && line.trim() === line)).toBe(true);
    expect(lines.join()).toMatch(/支付/);
  });

  it.each(['missing', 'null'] as const)('are none on an empty board: %s', async (nodes) => {
    feishu().store.changeBoard(id, { nodes });
    const found = await client().listNodes(id);
    expect([found, boardText(found), boardSources(found)]).toEqual([[], '', []]);
  });

  it('tell the source of Mermaid and PlantUML', async () => {
    const syntax = [
      { language: 'mermaid', code: 'graph TD; A-->B' },
      { language: 'plantuml', code: '@startuml' },
    ] as const;
    feishu().store.changeBoard(id, { syntax: [...syntax] });
    expect(boardSources(await client().listNodes(id))).toEqual(syntax);
  });

  it('are asked for no faster than allowed', async () => {
    const one = client();
    for (let n = 0; n < 21; n++) await one.listNodes(id);
    expect(feishu().requests.every(({ status }) => status === 200)).toBe(true);
  });
});

describe('the text of a board', () => {
  it('reads lines before columns, and nothing twice in a row', () => {
    const nodes = [
      { x: 9, y: 0, text: { text: 'b' } },
      { x: 0, y: 0, text: { text: ' a\n a ' } },
      { x: 0, y: 5, section: { title: 'c' }, text: { text: 'c' } },
      { x: 0, y: 6, connector: { captions: { data: [{ text: 'yes' }, {}] } } },
      { x: 0, y: 7, text: { text: '  ' } },
      {},
    ];
    expect(boardText(nodes)).toBe('a a\nb\nc\nyes');
    expect(boardText(nodes, 4)).toBe('a a…');
  });
});
