import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import { sceneNames } from '../pictures/scenes';
import { demoSeedFile, seedFrom } from '../seed-file';
import { createStore } from '../store';

describe('the demo seed', () => {
  it('holds together and shows every scene in every format', async () => {
    const store = createStore(await seedFrom(demoSeedFile), createClock());
    const used = store.boards();
    expect(new Set(used.map(({ scene }) => scene))).toEqual(new Set(sceneNames));
    expect(new Set(used.map(({ format }) => format))).toEqual(new Set(['png', 'jpeg', 'gif', 'svg']));
    for (const { id } of used) {
      expect(id).toMatch(/^[A-Za-z0-9]{22,27}$/);
      expect(store.documentsWithBoard(id)).not.toEqual([]);
    }
    for (const { id } of store.documents()) expect(id).toMatch(/^[A-Za-z0-9]{27}$/);
  });

  it('has a document with sixty-four boards and a title of 400 characters', async () => {
    const store = createStore(await seedFrom(demoSeedFile), createClock());
    const boards = store
      .document('DocManyBoards00000000000001')
      ?.blocks.filter(({ type }) => type === 'board');
    expect(boards).toHaveLength(64);
    expect(store.document('DocLongTitle000000000000001')?.title.length).toBeGreaterThanOrEqual(400);
  });

  it('has somebody logged in and an app to sign in with at each brand', async () => {
    const store = createStore(await seedFrom(demoSeedFile), createClock());
    const { loggedIn } = store.signIn;
    expect([loggedIn.feishu?.id, loggedIn.lark?.id]).toEqual(['ou_chen_xiao', 'ou_kim']);
    for (const id of ['cli_demo', 'cli_demo_lark']) {
      const scopes = ['board:whiteboard:node:read', 'offline_access'];
      expect(store.app(id)?.scopes).toEqual(expect.arrayContaining(scopes));
    }
  });

  it('says what is wrong with a seed file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seed-'));
    const file = join(folder, 'seed.json');
    await writeFile(file, JSON.stringify({ tenants: [{ key: 'acme', brand: 'other', name: 'Acme' }] }));
    await expect(seedFrom(file)).rejects.toThrow(/seed\.json is no seed[^]*tenants\.0\.brand/);
    await rm(folder, { recursive: true });
  });
});
