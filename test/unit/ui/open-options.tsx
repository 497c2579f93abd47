import { AppError } from '../../../components/errors';
import type { AccountCheck, AccountStatus } from '../../../components/messaging/account-replies';
import type { Company } from '../../../components/settings/company';
import { readCompanyApp } from '../../../components/settings/company-app';
import { readPolicy, watchPolicy } from '../../../components/settings/policy';
import { settings } from '../../../components/settings/settings';
import type { HostAccess } from '../../../components/ui/host-access';
import { Options } from '../../../components/ui/options/options';
import type { CompanyApp, OptionsDeps } from '../../../components/ui/options/options-deps';
import { createFakeBackground, now } from './fake-background';
import { createFakeNotices } from './fake-notices';
import { show } from './page';

export const liNa: AccountStatus = { brand: 'feishu', signedIn: true, name: 'Li Na', tokenKind: 'user' };
export const check: AccountCheck = {
  ...liNa,
  scopes: [
    { scope: 'board:whiteboard:node:read', state: 'held' },
    { scope: 'docx:document:readonly', state: 'missing', helpUrl: 'https://open.feishu.cn/grant' },
    { scope: 'wiki:node:read', state: 'unknown', error: { code: 'network-failed' } },
  ],
};

/** Shows the settings page over a background that gives these answers. */
export async function openOptions(
  answers: Parameters<typeof createFakeBackground>[0] = {},
  company?: CompanyApp,
  hostAccess: HostAccess = { isMissing: async () => false, ask: async () => true, watch: () => () => {} },
  world: { isOpen: boolean; hasSaved: boolean } = { isOpen: true, hasSaved: true },
) {
  const background = createFakeBackground({
    'cache/usage': () => ({ images: 2, bytes: 3_000_000, budgetBytes: 200_000_000 }),
    ...answers,
  });
  let diagnosed = 0;
  const diagnose = (): void => void (diagnosed += 1);
  const copied: string[] = [];
  const files: { name: string; text: string }[] = [];
  const documents = new Set<Listener>();
  const saves = new Set<Listener>();
  const added: Company[] = [];
  const deps: OptionsDeps = {
    send: background.send,
    watch: background.watch,
    settings,
    readCompanyApp: async () => company ?? (await readCompanyApp()),
    readPolicy,
    watchPolicy,
    addCompany: async (asked) => {
      added.push(asked);
      await settings.company.set(asked);
      return true;
    },
    removeCompany: () => settings.company.set(null),
    openBrand: async () => undefined,
    redirectUrl: async () => 'https://abc.chromiumapp.org/',
    hostAccess,
    noticeAccess: createFakeNotices(),
    allowIdentity: async () => true,
    copyText: async (text) => void copied.push(text),
    watchMissedScope: () => () => {},
    watchDocuments: (onChange) => listen(documents, onChange, world.isOpen),
    watchSavedFiles: (onChange) => listen(saves, onChange, world.hasSaved),
    saveText: (name, text) => void files.push({ name, text }),
    previewPicture: async () => Promise.reject(new AppError('image-undecodable')),
    previewName: (template) => `${template}.png`,
    now: () => now,
    version: '1.2.3',
    diagnose,
  };
  await show(<Options deps={deps} />);
  return {
    ...background,
    added,
    copied,
    files,
    diagnosed: () => diagnosed,
    /** A document's site has been opened in a tab. */
    openDocument: () => documents.forEach((tell) => tell(true)),
    /** A file has been saved. */
    saveFile: () => saves.forEach((tell) => tell(true)),
  };
}

type Listener = (is: boolean) => void;

function listen(all: Set<Listener>, onChange: Listener, atOnce: boolean): () => void {
  all.add(onChange);
  onChange(atOnce);
  return () => void all.delete(onChange);
}
