import browser from 'webextension-polyfill';
import { attemptRecords, readSignInProgress } from '../../components/account/sign-in/sign-in-progress';
import { AppError } from '../../components/errors';
import { t } from '../../components/i18n/t';
import type { SignInProgress } from '../../components/messaging/account-replies';
import type { SignInRequest } from '../../components/messaging/protocol';
import { readPolicy } from '../../components/settings/policy';
import { settings } from '../../components/settings/settings';
import { companyHosts } from './company-hosts';
import type { TaskRunner } from './task-runner';

const alarm = 'go-on-signing-in';

/** The least that Chromium allows, in minutes. */
const alarmEveryMinutes = 0.5;

/** In `storage.session`: the page that was opened last for a sign-in, and its tab. */
const pageKey = 'sign-in-page';

type Publish = (progress: SignInProgress | null) => void;

/**
 * What signing in needs of the browser: pages to agree on are opened, whoever watches is told, and a sign-in whose
 * task was stopped goes on. All that it knows lies on disk, for it may be stopped at any time itself.
 */
export function createSignIn(tasks: TaskRunner) {
  const store = attemptRecords();
  const watchers = new Set<Publish>();
  const read = () => readSignInProgress(store);
  const isUnderWay = (progress: SignInProgress | null) =>
    progress !== null && progress.step !== 'done' && progress.step !== 'failed';

  const showPage = async ({ pageUrl: url }: SignInProgress, isAsked: boolean): Promise<void> => {
    const { [pageKey]: last } = await browser.storage.session.get(pageKey);
    const { url: shown, tabId } = (last ?? {}) as { url?: string; tabId?: number };
    if (!url || (url === shown && !isAsked)) return;
    // In the same tab as the page before, where there is still one.
    const reused =
      tabId === undefined
        ? undefined
        : await browser.tabs.update(tabId, { url, active: true }).catch(() => undefined);
    const tab = reused ?? (await browser.tabs.create({ url }));
    await browser.storage.session.set({ [pageKey]: { url, tabId: tab.id } });
  };
  const authorize = async (url: string): Promise<void> => {
    const answer = await browser.identity
      .launchWebAuthFlow({ url, interactive: true })
      .then((redirected) => ({ url: redirected }))
      .catch(() => ({ failure: 'sign-in-window-closed' as const }));
    await tasks.run('sign-in/redirected', answer);
  };
  const goOn = async (progress: SignInProgress | null): Promise<void> => {
    if (!isUnderWay(progress)) {
      await browser.alarms.clear(alarm);
      return;
    }
    await browser.alarms.create(alarm, { periodInMinutes: alarmEveryMinutes });
    await tasks.run('sign-in/run', undefined);
  };
  const changed = async (): Promise<void> => {
    const progress = await read();
    for (const publish of watchers) publish(progress);
    if (progress && isUnderWay(progress) && progress.way !== 'redirect') await showPage(progress, false);
  };

  /** Once for each life of this background: the window of a redirect is gone with the life that opened it. */
  const start = async (): Promise<void> => {
    const progress = await read();
    if (progress?.way === 'redirect' && progress.step === 'authorizing') {
      await tasks.run('sign-in/redirected', { failure: 'sign-in-interrupted' });
    }
    await goOn(await read());
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void read().then(goOn);
  });
  void start();

  return {
    changed,
    async begin(request: SignInRequest): Promise<void> {
      const isAllowed = request.way !== 'create' || (await readPolicy()).allowCreatingApps;
      if (!isAllowed) throw new AppError('switched-off');
      await browser.storage.session.remove(pageKey);
      const redirectUri = request.way === 'redirect' ? browser.identity.getRedirectURL() : '';
      await tasks.run('sign-in/begin', {
        ...request,
        hosts: await companyHosts(request.brand),
        forget: await settings.forgetOnClose.get(),
        newApp: { name: t('extension_short_name'), description: t('sign_in_app_description') },
        redirectUri,
      });
      const progress = await read();
      if (progress?.way === 'redirect' && progress.pageUrl) void authorize(progress.pageUrl);
      else void goOn(progress);
    },
    async show(): Promise<void> {
      const progress = await read();
      if (progress) await showPage(progress, true);
    },
    cancel: () => tasks.run('sign-in/cancel', undefined),
    watch(publish: Publish, signal: AbortSignal): void {
      watchers.add(publish);
      signal.addEventListener('abort', () => watchers.delete(publish), { once: true });
      void read().then(publish);
    },
  };
}
