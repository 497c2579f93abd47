import { render } from 'preact';
import browser from 'webextension-polyfill';
import { documentMatches } from '../../components/boards/page-url';
import { systemClock as clock } from '../../components/clock';
import { meetPage } from '../../components/diagnosis/meet-page';
import { writeReport } from '../../components/diagnosis/write-report';
import { keptLists } from '../../components/finding/kept-lists';
import { t } from '../../components/i18n/t';
import { sendToBackground } from '../../components/messaging/send';
import { sendToPage } from '../../components/messaging/send-to-page';
import { watchTopic } from '../../components/messaging/watch';
import { companyPages } from '../../components/settings/company';
import { settings } from '../../components/settings/settings';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/diagnosis/diagnosis.css';
import { Diagnosis } from '../../components/ui/diagnosis/diagnosis';
import type { DiagnosablePage } from '../../components/ui/diagnosis/diagnosis-deps';
import { dressPage } from '../../components/ui/dress-page';

/** `?tab=7` looks at that tab; without it, one chooses among the documents that are open. */
const asked = new URLSearchParams(location.search).get('tab');

async function pages(): Promise<DiagnosablePage[]> {
  if (asked !== null) return [{ tabId: Number(asked), title: '' }];
  const tabs = await browser.tabs.query({
    url: [...documentMatches, ...companyPages(await settings.company.get())],
  });
  return tabs
    .toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))
    .flatMap(({ id, title = '' }) => (id === undefined ? [] : [{ tabId: id, title }]));
}

async function probePage(tabId: number): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    world: 'MAIN',
    files: ['/page-probe.js'],
    injectImmediately: true,
  });
  return frame?.result;
}

async function report(tabId: number): Promise<string> {
  const met = await meetPage({
    build: {
      version: browser.runtime.getManifest().version,
      userAgent: navigator.userAgent,
      language: navigator.language,
    },
    url: async () => (await browser.tabs.get(tabId)).url,
    companyHosts: async () => (await settings.company.get())?.documents ?? [],
    describePage: () => sendToPage(tabId, 'page/describe', undefined),
    probePage: () => probePage(tabId),
    accounts: () => sendToBackground('account/status'),
    keptLists,
    watchBoards: (onSnapshot) => watchTopic('boards', { tabId }, onSnapshot),
    clock,
  });
  return writeReport(met);
}

dressPage(t('diagnosis_title'));
const copy = (text: string): Promise<void> => navigator.clipboard.writeText(text);
render(<Diagnosis deps={{ pages, report, copy }} />, document.body);
