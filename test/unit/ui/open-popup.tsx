import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../../components/settings/settings';
import { Popup } from '../../../components/ui/popup/popup';
import type { PopupDeps } from '../../../components/ui/popup/popup-deps';
import { setLocale } from '../i18n/fake-i18n';
import { createFakeBackground, now, storedImage } from './fake-background';
import { createFakeNotices } from './fake-notices';
import { find, show } from './page';

/** Before each test: English, nothing stored, and every row counts as seen. */
export function resetPopup(): void {
  setLocale('en');
  fakeBrowser.reset();
  vi.stubGlobal('IntersectionObserver', undefined);
}

/** Shows the popup over a background that answers as it is told. `did`: what it asked of the browser. */
export async function openPopup(
  answers: Parameters<typeof createFakeBackground>[0] = {},
  change: Partial<PopupDeps> = {},
) {
  const background = createFakeBackground({
    'board/fetch': () => ({ image: storedImage() }),
    'board/save': () => ({ fileName: 'x.png', image: storedImage() }),
    ...answers,
  });
  const did: string[] = [];
  const deps: PopupDeps = {
    tabId: 7,
    tabUrl: 'https://acme.feishu.cn/docx/doc1',
    policy: { allowClipboard: true, allowedFormats: undefined },
    lastShown: undefined,
    remember: () => {},
    send: background.send,
    runTask: background.runTask,
    watch: background.watch,
    readThumbnail: async () => new Blob(['x'], { type: 'image/webp' }),
    readPicture: async () => undefined,
    showFile: async (fileName) => void did.push(`show ${fileName}`),
    readShortcuts: async () => ({ 'copy-board': 'Alt+Shift+W', 'save-all': '' }),
    copyBoard: async () => ({}),
    copyAll: async () => {},
    copyOneByOne: async () => {},
    dragOut: () => {},
    saveSources: async (blockId, sources) => {
      did.push(`save ${sources.length} of ${blockId}`);
      return ['Flow.mmd'];
    },
    findBoard: async (blockId) => void did.push(`find ${blockId}`),
    recipe: settings.recipe,
    output: settings.jobOutput,
    asksForEach: settings.asksForEach,
    mayCreateApp: async () => true,
    openOptions: (brand) => did.push(`options ${brand ?? ''}`.trim()),
    wayToBoards: async () => ({ url: 'https://www.feishu.cn/drive/home/' }),
    openPage: async (url) => void did.push(`open ${url}`),
    diagnose: async () => void did.push('diagnose'),
    noticeAccess: createFakeNotices(),
    hostAccess: { isMissing: async () => false, ask: async () => true, watch: () => () => {} },
    sidePanel: undefined,
    reloadTab: async () => void did.push('reload'),
    openLink: (url) => did.push(url),
    now: () => now,
    ...change,
  };
  await show(<Popup deps={deps} />);
  /** Another tab comes to the front, or the same one with another page. */
  const showTab = (tab: Partial<PopupDeps>): Promise<void> => show(<Popup deps={{ ...deps, ...tab }} />);
  return { background, did, showTab };
}

export const row = (number: number): HTMLElement => find(`[data-block-id=b${number}]`);
/** As it is read: spaces that follow each other are one, and there is none at the end. */
export const statusOf = (number: number): string =>
  (row(number).querySelector('.status')?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const action = (number: number, name: 'copy' | 'save'): HTMLElement =>
  find(`[data-block-id=b${number}] [data-action=${name}]`);
export const announced = (): string => find('output.visually-hidden').textContent ?? '';
