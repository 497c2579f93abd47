import { describe, expect, it } from 'vitest';
import { ask, picturePath } from './ask';
import { useFeishu } from './started';
import { app, appDocumentId, boardIds, documentId, poorApp, tokens } from './world';

const feishu = useFeishu();
const documentPath = `/open-apis/docx/v1/documents/${documentId}`;

describe('the gateway', () => {
  it('wants a bearer token', async () => {
    const without = await ask(feishu(), documentPath);
    const unprefixed = await ask(feishu(), documentPath, { headers: { authorization: tokens.user } });
    for (const { status, json } of [without, unprefixed]) {
      expect(status).toBe(400);
      expect(json).toMatchObject({ code: 99991661, msg: /^Missing access token for authorization/ });
    }
  });

  it('tells an unknown tenant token from an unknown user token', async () => {
    const tenant = await ask(feishu(), documentPath, { token: 't-bogus' });
    const user = await ask(feishu(), documentPath, { token: 'eyJbogus' });
    expect([tenant.status, tenant.json.code]).toEqual([400, 99991663]);
    expect([user.status, user.json.code]).toEqual([400, 99991668]);
  });

  it('answers 401 to an expired user token', async () => {
    const old = await ask(feishu(), documentPath, { token: tokens.expired });
    expect([old.status, old.json.code]).toEqual([401, 99991677]);
    expect((await ask(feishu(), documentPath, { token: tokens.user })).status).toBe(200);
    feishu().clock.advance(7200 * 1000);
    const later = await ask(feishu(), documentPath, { token: tokens.user });
    expect([later.status, later.json.code]).toEqual([401, 99991677]);
  });

  it('forgets a revoked token and learns a new one', async () => {
    feishu().store.revokeToken(tokens.user);
    expect((await ask(feishu(), documentPath, { token: tokens.user })).json.code).toBe(99991668);
    feishu().store.addToken({ token: 'u-new', app: app.id, user: 'ou_chen' });
    expect((await ask(feishu(), documentPath, { token: 'u-new' })).status).toBe(200);
  });

  it('names the scope that the app lacks and where to apply for it', async () => {
    const reply = await ask(feishu(), picturePath(boardIds.png), { token: poorApp.token });
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({
      code: 99991672,
      error: {
        permission_violations: [{ type: 'action_scope_required', subject: 'board:whiteboard:node:read' }],
        helps: [
          { url: expect.stringMatching(/^https:\/\/open\.feishu\.cn\/app\/cli_poor\/auth\?q=/) as string },
        ],
      },
    });
    feishu().store.changeApp(poorApp.id, { scopes: ['board:whiteboard:node:read'] });
    expect((await ask(feishu(), picturePath(boardIds.png), { token: poorApp.token })).status).toBe(200);
  });

  it('names the scope that the user did not grant', async () => {
    const reply = await ask(feishu(), picturePath(boardIds.png), { token: tokens.narrow });
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({
      code: 99991679,
      error: { permission_violations: [{ type: 'action_privilege_required' }] },
    });
  });

  it('refuses the tokens of an app that is switched off', async () => {
    feishu().store.changeApp(app.id, { disabled: true });
    expect((await ask(feishu(), documentPath, { token: tokens.user })).json.code).toBe(99991662);
  });

  it('refuses the tokens of an app that is not installed, or not from this address', async () => {
    const code = async (): Promise<unknown> =>
      (await ask(feishu(), documentPath, { token: tokens.user })).json.code;
    feishu().store.changeApp(app.id, { installed: false });
    expect(await code()).toBe(99991673);
    feishu().store.changeApp(app.id, { installed: true, refusesAddress: true });
    expect(await code()).toBe(99991401);
    feishu().store.changeApp(app.id, { refusesAddress: false });
    expect(await code()).toBe(0);
  });

  it('refuses everything when the quota of the month is used up', async () => {
    feishu().store.changeTenant('acme', { quotaSpent: true });
    for (const token of [tokens.user, tokens.app]) {
      expect((await ask(feishu(), documentPath, { token })).json.code).toBe(99991403);
    }
  });

  it('gives every reply a log id and repeats it in errors', async () => {
    const good = await ask(feishu(), documentPath, { token: tokens.user });
    const bad = await ask(feishu(), documentPath, { token: 'u-bogus' });
    expect(good.headers['x-tt-logid']).toMatch(/^\d{14}[0-9A-F]{18}$/);
    expect(bad.json).toMatchObject({ error: { log_id: bad.headers['x-tt-logid'] } });
    expect(bad.headers['x-tt-logid']).not.toBe(good.headers['x-tt-logid']);
  });

  it('answers 404 in plain text to an unknown path or method', async () => {
    for (const [path, method] of [
      ['/open-apis/board/v1/whiteboards', 'GET'],
      [documentPath, 'POST'],
      [documentPath, 'OPTIONS'],
    ] as const) {
      const reply = await ask(feishu(), path, { method, token: tokens.user });
      expect(reply.status).toBe(404);
      expect(reply.headers['content-type']).toBe('text/plain');
      expect(reply.bytes.toString()).toBe('404 page not found');
    }
  });

  it('lets 50 pictures a second through and says when to come again', async () => {
    const path = picturePath('BoardUnknown000000000001');
    for (let call = 1; call <= 50; call += 1) {
      expect((await ask(feishu(), path, { token: tokens.user })).status).toBe(400);
    }
    const limited = await ask(feishu(), path, { token: tokens.user });
    expect([limited.status, limited.json.code]).toEqual([429, 99991400]);
    expect(limited.headers).toMatchObject({ 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': '1' });
    feishu().clock.advance(1000);
    expect((await ask(feishu(), path, { token: tokens.user })).json.code).toBe(2890003);
  });

  it('answers 400 to the sixth call of a docx API in a second, counted for each app and each API', async () => {
    for (let call = 1; call <= 5; call += 1) await ask(feishu(), documentPath, { token: tokens.user });
    const limited = await ask(feishu(), documentPath, { token: tokens.user });
    expect([limited.status, limited.json.code]).toEqual([400, 99991400]);
    expect(limited.headers['x-ogw-ratelimit-reset']).toBe('1');
    expect((await ask(feishu(), `${documentPath}/blocks`, { token: tokens.user })).status).toBe(200);
    feishu().store.changeApp(poorApp.id, { scopes: ['docx:document:readonly'] });
    expect((await ask(feishu(), documentPath, { token: poorApp.token })).status).toBe(200);
  });

  it('counts for each tenant of a store app', async () => {
    const { store } = feishu();
    store.changeApp(app.id, { kind: 'store' });
    store.addToken({ token: 'u-guest', app: app.id, user: 'ou_guest' });
    const codeFor = async (token: string): Promise<unknown> =>
      (await ask(feishu(), documentPath, { token })).json.code;
    for (let call = 1; call <= 5; call += 1) await codeFor(tokens.user);
    expect(await codeFor(tokens.other)).toBe(99991400);
    for (let call = 1; call <= 5; call += 1) expect(await codeFor('u-guest')).toBe(1770032);
    expect(await codeFor('u-guest')).toBe(99991400);
  });

  it('lets 100 wiki calls a minute through', async () => {
    const path = '/open-apis/wiki/v2/spaces/get_node?token=wikiNobody';
    for (let call = 1; call <= 100; call += 1) await ask(feishu(), path, { token: tokens.user });
    feishu().clock.advance(20_000);
    const limited = await ask(feishu(), path, { token: tokens.user });
    expect(limited.json.code).toBe(99991400);
    expect(limited.headers['x-ogw-ratelimit-reset']).toBe('40');
  });

  it('knows nothing of the other brand', async () => {
    const host = 'open.larksuite.com';
    const stranger = await ask(feishu(), documentPath, { host, token: tokens.user });
    expect(stranger.json.code).toBe(99991668);
    const document = await ask(feishu(), documentPath, { host, token: tokens.lark });
    expect([document.status, document.json.code]).toEqual([404, 1770002]);
    const board = await ask(feishu(), picturePath(boardIds.png), { host, token: tokens.lark });
    expect([board.status, board.json.code]).toEqual([400, 2890003]);
  });

  it('sends no CORS headers', async () => {
    const reply = await ask(feishu(), documentPath, {
      token: tokens.user,
      headers: { origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' },
    });
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('lets an app with its own token read only what it was added to', async () => {
    const added = await ask(feishu(), `/open-apis/docx/v1/documents/${appDocumentId}`, { token: tokens.app });
    const other = await ask(feishu(), documentPath, { token: tokens.app });
    expect([added.status, other.status, other.json.code]).toEqual([200, 403, 1770032]);
  });
});
