import type { PageView } from '../page-view';
import { h } from './dom';
import { createEditor, withInvisible, type Editor } from './editor';
import { guardPage } from './guards';
import { buildPageMain } from './page-model';
import { watchBoardEditing } from './render-board';
import { grid } from './render-decoy';
import { readSwitches } from './switches';
import { markCurrent, wikiTree } from './wiki-tree';

/** The page: fetches what its address names, shows it, and goes on to other documents of a wiki in place. */

declare global {
  interface Window {
    PageMain?: object;
    /** For tests only: what the site does by itself, now and then, at a time of the test's choosing. */
    feishuEmulator?: { swapRoot(): void; open(token: string): void };
  }
}

const tails = { feishu: '飞书云文档', lark: 'Lark Docs', company: 'Acme Works' };
const switches = readSwitches(location.search);
const app = document.querySelector<HTMLElement>('#app') ?? document.body;
const scroller = h('div', { class: 'bear-web-x-container' });
const mainBox = h('div', { id: 'mainBox' }, scroller);
const topbar = h('header', { class: 'topbar' });
app.append(topbar, mainBox);

let editor: Editor | undefined;
let tree: HTMLElement | undefined;
let shown: PageView | undefined;
let opening = 0;
let modelTimer = 0;

guardPage(document);
watchBoardEditing(document);
window.feishuEmulator = { swapRoot, open: openNode };
window.addEventListener('popstate', () => void showAddress());
void start();

async function start(): Promise<void> {
  if (app.dataset['kind'] !== undefined) return showOther(app.dataset['kind']);
  await showAddress();
  if (switches.swap === 'root') setTimeout(swapRoot, switches.modelDelay);
}

async function showAddress(): Promise<void> {
  const generation = ++opening;
  const [, folder = '', id = ''] = location.pathname.split('/');
  const reply = await fetch(`/__page__/document?${folder}=${id}`);
  if (generation !== opening) return;
  if (reply.ok) show((await reply.json()) as PageView);
  else showMissing();
}

/** The address changes at once, the document when its content has come. */
function openNode(token: string): void {
  history.pushState(null, '', `/wiki/${token}`);
  void showAddress();
}

function show(view: PageView): void {
  shown = view;
  document.title = `${view.title && `${view.title}\u200e - `}${tails[view.brand]}`;
  showTopbar(view);
  showTree(view);
  scroller.classList.toggle('docx-in-wiki', view.wiki !== undefined);
  scroller.scrollTop = 0;
  editor?.stop();
  editor = undefined;
  scroller.replaceChildren();
  if (view.document) startEditor();
  else showOther(view.other ?? '');
}

/** A thing that is no document: a canvas that is no board. */
function showOther(kind: string): void {
  if (!topbar.hasChildNodes()) topbar.append(h('span', { class: 'topbar__title' }, kind));
  scroller.append(h('main', { class: 'other' }, grid(960, 560, [kind, 'A', 'B', 'C', 'D'])));
}

function showMissing(): void {
  editor?.stop();
  editor = undefined;
  scroller.replaceChildren(h('main', { class: 'message' }, h('h1', {}, '404'), h('p', {}, '页面不存在')));
}

function startEditor(): void {
  if (!shown?.document) return;
  const started = createEditor(shown.document, switches, scroller);
  editor = started;
  scroller.append(started.element);
  started.layout();
  // The model of the new document comes later than its blocks; until then the old one is still there.
  clearTimeout(modelTimer);
  if (switches.model === 'never') return;
  modelTimer = window.setTimeout(() => {
    window.PageMain = buildPageMain(started.load);
  }, switches.modelDelay);
}

/** The whole editor is replaced under the same address: another `.root-block`, other numbers, the same ids. */
function swapRoot(): void {
  editor?.stop();
  startEditor();
}

function showTopbar({ title, tenant, wiki }: PageView): void {
  const words = withInvisible(title) || '未命名文档';
  const heading = wiki
    ? h('div', { class: 'wiki-suite-title' }, h('span', { class: 'breadcrumb-editable-title' }, words))
    : h('div', { class: 'note-title' }, h('span', { class: 'note-title__input' }, words));
  topbar.replaceChildren(
    h('a', { class: 'topbar__home', href: '/' }, tenant),
    heading,
    h('span', { class: 'topbar__space' }),
    h('span', { class: 'topbar__saved' }, '已保存到云端'),
    h('button', { class: 'topbar__share', type: 'button' }, '分享'),
  );
}

function showTree({ wiki }: PageView): void {
  if (!wiki) return;
  if (!tree) {
    tree = wikiTree(wiki.space, wiki.tree, openNode);
    mainBox.prepend(tree);
  }
  markCurrent(tree, wiki.token);
}
