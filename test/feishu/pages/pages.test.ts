import { beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import type { PageReply } from '../page-reply';
import { createStore, type Store } from '../store';
import { servePage } from './index';
import type { PageBlock, PageView } from './page-view';
import { pagesSeed } from './pages-seed';

let store: Store;

beforeEach(() => {
  store = createStore(pagesSeed, createClock());
});

function get(address: string, host = 'acme.feishu.cn'): PageReply {
  const { pathname: path, searchParams: query } = new URL(address, 'https://host/');
  const reply = servePage({ host, path, query }, store);
  if (!reply) throw new Error(`nothing at ${address}`);
  return reply;
}

function view(address: string): PageView {
  return JSON.parse(String(get(address).body)) as PageView;
}

const flat = (block: PageBlock): PageBlock[] => [block, ...block.children.flatMap(flat)];

describe('the shell of a document', () => {
  it('has a strict policy with a nonce that is new in every reply and on every script', () => {
    const [first, second] = [
      get('/docx/DocEverything00000000000001'),
      get('/docx/DocEverything00000000000001'),
    ];
    const nonces = [first, second].map(
      (reply) =>
        /script-src 'self' 'nonce-([^']+)'/.exec(reply.headers['content-security-policy'] ?? '')?.[1],
    );
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(first.headers['content-security-policy']).toContain("default-src 'self'");
    expect(first.headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    const scripts = String(first.body).match(/<script [^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonces[0]}"`))).toEqual([]);
  });

  it('carries no whiteboard id', () => {
    expect(String(get('/docx/DocEverything00000000000001').body)).not.toContain('BoardTopLevel');
  });

  it('cannot be left through a title or a text', () => {
    const body = String(get('/docx/DocOfOther00000000000000001', 'other.larksuite.com').body);
    expect(body.match(/<\/script>/g)).toHaveLength(2);
  });

  it.each([
    '/docx/DocNowhere',
    '/docx/DocDeleted00000000000000001',
    '/docx/DocOfOther00000000000000001',
    '/docx',
    '/wiki/WikiNowhere',
    '/__assets__/constructor',
    '/__page__/scenes/toString.svg',
    '/anything',
  ])('is a 404 for %s', (address) => {
    expect(get(address).status).toBe(404);
  });

  it('is nothing at all on a host of nobody', () => {
    expect(
      servePage({ host: 'no.feishu.cn', path: '/', query: new URLSearchParams() }, store),
    ).toBeUndefined();
  });
});

describe('the content of a document', () => {
  it('has the blocks of the API, with their ids, in their order', () => {
    const { document } = view('/__page__/document?docx=DocEverything00000000000001');
    const ids = store.document('DocEverything00000000000001')?.blocks.map(({ blockId }) => blockId);
    expect(document && flat(document.root).map(({ id }) => id)).toEqual(ids);
  });

  it("calls kinds by the page's names", () => {
    const { document } = view('/__page__/document?docx=DocEverything00000000000001');
    const types = new Set(document && flat(document.root).map(({ type }) => type));
    expect([...types]).toEqual(
      expect.arrayContaining(['page', 'whiteboard', 'synced_reference', 'grid_column']),
    );
    expect([...types]).not.toContain('board');
  });

  it('shows in a synced copy the block of the other document', () => {
    const { document } = view('/__page__/document?docx=DocEverything00000000000001');
    const copy = document?.root.children.find(({ type }) => type === 'synced_reference');
    expect(copy?.inner?.id).toBe('DocSynced000000000000000001');
    expect(copy?.inner && flat(copy.inner.root).map(({ id }) => id)).toEqual([
      'BlockSynced0000000000000001',
      'BlockInSynced00000000000001',
    ]);
  });

  it('follows the drawing of a board', () => {
    const drawing = () => {
      const { document } = view('/__page__/document?docx=DocInWiki000000000000000001');
      return document?.root.children[0]?.board?.drawing;
    };
    const before = drawing();
    store.redraw('BoardWiki000000000000000001');
    expect(drawing()).not.toBe(before);
    expect(String(get(drawing() ?? '').body)).toContain('>v2<');
  });

  it('has no drawing of a deleted board', () => {
    store.changeBoard('BoardWiki000000000000000001', { state: 'deleted' });
    const { document } = view('/__page__/document?docx=DocInWiki000000000000000001');
    expect(document?.root.children[0]?.board).not.toHaveProperty('drawing');
  });

  it('of 6,000 blocks is there in a moment', () => {
    const { document } = view('/__page__/document?docx=DocLong00000000000000000001');
    expect(document && flat(document.root)).toHaveLength(6001);
    expect(document && flat(document.root).filter(({ board }) => board)).toHaveLength(400);
  });
});

describe('a wiki', () => {
  it('shows a document in its tree', () => {
    const { document, wiki } = view('/__page__/document?wiki=WikiFirst000000000000000001');
    expect(document?.id).toBe('DocInWiki000000000000000001');
    expect(wiki?.tree[0]?.children.map(({ token }) => token)).toContain('WikiShortcut000000000000001');
  });

  it('shows behind a shortcut what it points at', () => {
    const { document, wiki } = view('/__page__/document?wiki=WikiShortcut000000000000001');
    expect(document?.id).toBe('DocEverything00000000000001');
    expect(wiki?.token).toBe('WikiShortcut000000000000001');
  });

  it('has nodes that are no documents', () => {
    const sheet = view('/__page__/document?wiki=WikiSheet000000000000000001');
    expect(sheet.other).toBe('sheet');
    expect(sheet).not.toHaveProperty('document');
  });
});

describe('other pages', () => {
  it.each(['/', '/sheets/ShtAnything', '/base/BseAnything', '/drive/home/'])('%s is a page', (address) => {
    expect(get(address).status).toBe(200);
    expect(get(address).headers['content-type']).toContain('text/html');
  });

  it.each([
    ['/__assets__/editor.js', 'text/javascript'],
    ['/__assets__/page.css', 'text/css'],
    ['/__page__/scenes/photo-wall.svg', 'image/svg+xml'],
    ['/__page__/photos/7.png', 'image/png'],
  ])('%s is %s', (address, type) => {
    expect(get(address).headers['content-type']).toContain(type);
  });

  it('knows no HTML text in its script, as the policy forbids it', () => {
    expect(String(get('/__assets__/editor.js').body)).not.toMatch(
      /innerHTML|insertAdjacentHTML|document\.write|eval\(/,
    );
  });
});
