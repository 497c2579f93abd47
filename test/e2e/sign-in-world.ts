import { expect, type Locator, type Page } from '@playwright/test';
import { chooseMenuItem, rightClickBoard } from '../browser/drive-extension';
import type { ExtensionBrowser } from '../browser/launch-extension';
import type { OptionsPage } from '../browser/options-page';
import type { Words } from '../browser/words';
import type { Feishu } from '../feishu/server';
import { addressOf } from './demo-addresses';
import { servedBoards } from './served-boards';
import type { Person } from './sign-in-person';

/** At each brand: a document, the file that its first board makes, and what one signs in with. */
export const at = {
  feishu: {
    address: addressOf('DocBoardTrouble000000000001'),
    file: '问题画板 Boards in trouble - Fine.png',
    app: { id: 'cli_demo', secret: 'demo-secret-of-acme' },
    token: 'u-demo-chen-xiao',
    name: '陈晓',
  },
  lark: {
    address: 'https://acme-lark.larksuite.com/docx/DocAtLark000000000000000001',
    file: 'Roadmap at Lark - Roadmap 2027.jpg',
    app: { id: 'cli_demo_lark', secret: 'demo-secret-of-acme-lark' },
    token: 'u-demo-lark-kim',
    name: 'Kim Tanaka',
  },
} as const;

export type App = (typeof at)['feishu' | 'lark']['app'];

/** Opens *I have an app* and fills it in. */
async function fillApp(
  settings: OptionsPage,
  app: App | { id: string; secret: string },
  words: Words,
): Promise<Locator> {
  const way = await settings.openWay('app');
  await way.getByLabel(words('sign_in_app_id'), { exact: true }).fill(app.id);
  await way.getByLabel(words('sign_in_app_secret'), { exact: true }).fill(app.secret);
  return way;
}

/** Signs in with an app that is made for it, up to the last click. */
export async function haveAppMade({ page }: OptionsPage, person: Person, words: Words): Promise<void> {
  await person.click(page.getByRole('button', { name: words('sign_in_create'), exact: true }));
  await person.answer(/^Create your app$/, 'Create');
  await person.answer(/^Authorize /, 'Authorize');
}

/** Begins to sign in with an app that one has. */
export async function signInWithApp(
  settings: OptionsPage,
  app: { id: string; secret: string },
  words: Words,
): Promise<void> {
  const way = await fillApp(settings, app, words);
  await way.getByRole('button', { name: words('sign_in_go'), exact: true }).click();
}

/** Right-clicks a board and has it saved, which fails. */
export async function failToSave(extension: ExtensionBrowser, feishu: Feishu): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto(at.feishu.address);
  await expect.poll(() => page.evaluate(() => 'PageMain' in window)).toBe(true);
  const [first] = await servedBoards(feishu, 'DocBoardTrouble000000000001');
  await rightClickBoard(page, first?.blockId ?? '');
  await chooseMenuItem(extension, page, 'save-board');
}

/** The settings, which have opened by themselves. */
export async function openedSettings({ context }: ExtensionBrowser): Promise<Page> {
  const isSettings = (page: Page): boolean => page.url().endsWith('/options.html');
  await expect.poll(() => context.pages().some(isSettings)).toBe(true);
  const page = context.pages().find(isSettings);
  if (!page) throw new Error('the settings are not open');
  return page;
}

/** How often a token was renewed. */
export function refreshes({ requests }: Feishu): number {
  return requests.filter(({ asks }) => asks === 'refresh_token').length;
}
