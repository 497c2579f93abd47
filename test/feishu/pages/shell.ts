import type { PageReply } from '../page-reply';
import type { Store } from '../store';
import { escapeXml } from '../pictures/svg-values';
import { htmlPage, inlineJson } from './html';
import type { PageView } from './page-view';

/** How the browser's tab is called behind the title, and before there is one. */
const tails = { feishu: '飞书云文档', lark: 'Lark Docs', company: 'Acme Works' };
const FIRST_SLICE = 30;

/** The frame of a document or a wiki page; everything in it is built by the page's script. */
export function documentShell(view: PageView): PageReply {
  const lang = view.brand === 'feishu' ? 'zh-CN' : 'en';
  return htmlPage(200, tails[view.brand], lang, (nonce) => ({
    head: `<script nonce="${nonce}">${firstSlice(view)}</script>
<script nonce="${nonce}" src="/__assets__/editor.js" defer></script>
`,
    body: '<div id="app" class="app"></div>',
  }));
}

/**
 * The first blocks come with the page. They are not renewed when another document is opened in place, so
 * nobody can rely on them.
 */
function firstSlice({ document }: PageView): string {
  const blocks = document?.root.children.slice(0, FIRST_SLICE) ?? [];
  const entries = blocks.map(({ id, type, text }) => [id, { id, data: { type, text } }]);
  return `window.DATA = ${inlineJson({ clientVars: { data: { id: document?.id, block_map: Object.fromEntries(entries) } } })};`;
}

/** A page that is no document: sheets, bases, files. The same script draws it. */
export function otherShell(kind: string): PageReply {
  return htmlPage(200, `${kind} - ${tails.feishu}`, 'zh-CN', (nonce) => ({
    head: `<script nonce="${nonce}" src="/__assets__/editor.js" defer></script>
`,
    body: `<div id="app" class="app" data-kind="${escapeXml(kind)}"></div>`,
  }));
}

export function notFound(): PageReply {
  return htmlPage(404, '404', 'zh-CN', () => ({
    body: '<main class="message"><h1>404</h1><p>页面不存在，或者已被删除。<br>This page does not exist, or was deleted.</p></main>',
  }));
}

/** All documents of the host, to click through by hand. */
export function homePage(host: string, store: Store): PageReply {
  const tenant = store.tenantOfHost(host);
  const documents = store
    .documents()
    .filter((document) => document.tenant.key === tenant?.key && !document.deleted)
    .map(({ id, title }) => ({ id, title, wiki: store.wikiNodeOf(id)?.token }));
  const row = (path: string, title: string) =>
    `<li><a href="${path}"><bdi>${escapeXml(title || '未命名文档')}</bdi></a> <small>${path}</small></li>`;
  const rows = documents.flatMap(({ id, title, wiki }) => [
    row(`/docx/${id}`, title),
    ...(wiki === undefined ? [] : [row(`/wiki/${wiki}`, title)]),
  ]);
  return htmlPage(200, tenant?.name ?? host, 'zh-CN', () => ({
    body: `<main class="home"><h1>${escapeXml(tenant?.name ?? host)}</h1><ul>${rows.join('\n')}</ul></main>`,
  }));
}
