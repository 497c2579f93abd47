import { rm } from 'node:fs/promises';
import type { TestDetails } from '@playwright/test';
import { extensionId } from '../browser/firefox/profile';
import { launchFirefox } from '../browser/firefox/launch-firefox';
import { readsPoliciesBeside } from '../browser/firefox/own-program';
import { profileThatAllowed } from '../browser/granted-profile';
import { type ExtensionBrowser, type Language, launchExtension } from '../browser/launch-extension';
import { canWritePolicies, machinePolicy } from '../browser/machine-policy';
import { copyUnderOwnId } from '../browser/own-extension';
import { inFirefox, inFirefoxOnly, test as base } from './sign-in-fixtures';

/** A company with a deployment of its own, as the embedded Feishu has it. */
export const works = {
  company: {
    name: 'Acme Works',
    documents: ['docs.acme-works.example'],
    open: 'open.acme-works.example',
    accounts: 'accounts.acme-works.example',
  },
  address: 'https://docs.acme-works.example/docx/DocAtWorks00000000000000001',
  file: 'Plans at Acme Works - Payment plan.png',
  app: { id: 'cli_demo_works', secret: 'demo-secret-of-acme-works' },
} as const;

/** The browsers in which this process may be the administrator, as a test's details; undefined: there are none. */
export function wherePrescribed(): TestDetails | undefined {
  if (canWritePolicies()) return readsPoliciesBeside() ? inFirefox : {};
  return readsPoliciesBeside() ? inFirefoxOnly : undefined;
}

interface CompanyFixtures {
  /** What the administrator prescribes for this extension; null: nothing. */
  policy: object | null;
}

interface Launch {
  port: number;
  policy: object | null;
}

/** In a browser that asks nobody about the company's hosts. */
export const test = base.extend<CompanyFixtures>({
  policy: [null, { option: true }],
  extension: async ({ desktop, feishu, language, policy, product }, use) => {
    feishu.store.signIn.intervalSeconds = 0;
    const { port } = feishu;
    const browser =
      product === 'firefox'
        ? await launchInFirefox({ port, policy, display: desktop?.env['DISPLAY'] })
        : await launchInChromium({ port, policy, language });
    await use(browser);
    await browser.close();
  },
});

/** With the extension under an id of its own, so that its policy concerns no other browser of this machine. */
async function launchInChromium({
  port,
  policy,
  language,
}: Launch & { language: Language }): Promise<ExtensionBrowser> {
  const own = await copyUnderOwnId();
  const { documents, open, accounts } = works.company;
  const hosts = [`*.${documents[0]}`, open, accounts].map((host) => `https://${host}/*`);
  const { profile, downloads } = await profileThatAllowed(own.id, hosts);
  const prescribed = policy === null ? undefined : machinePolicy(own.id);
  const clear = async (): Promise<void> => {
    prescribed?.remove();
    await rm(profile, { recursive: true, force: true });
    await own.remove();
  };
  try {
    if (policy !== null) prescribed?.write(policy);
    const extension = own.folder;
    const browser = await launchExtension({ port, language, extension, profile, downloads, firstRun: true });
    return {
      ...browser,
      async close() {
        try {
          await browser.close();
        } finally {
          await clear();
        }
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

function launchInFirefox({
  port,
  policy,
  display,
}: Launch & { display: string | undefined }): Promise<ExtensionBrowser> {
  const policies = policy && { '3rdparty': { Extensions: { [extensionId]: policy } } };
  return launchFirefox({
    port,
    display,
    headless: false,
    ...(policies && { policies: JSON.stringify({ policies }) }),
  });
}

export { expect, inFirefox } from './sign-in-fixtures';
