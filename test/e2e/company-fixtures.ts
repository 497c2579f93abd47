import { rm } from 'node:fs/promises';
import { profileThatAllowed } from '../browser/granted-profile';
import { launchExtension } from '../browser/launch-extension';
import { copyUnderOwnId, type OwnExtension } from '../browser/own-extension';
import { machinePolicy } from '../browser/machine-policy';
import { test as base } from './sign-in-fixtures';

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

interface CompanyFixtures {
  /** What the administrator prescribes for this extension on this machine; null: nothing. */
  policy: object | null;
  own: OwnExtension;
}

/** With the extension under an id of its own, in a profile that asks nobody about the company's hosts. */
export const test = base.extend<CompanyFixtures>({
  policy: [null, { option: true }],
  // oxlint-disable-next-line no-empty-pattern
  own: async ({}, use) => {
    const own = await copyUnderOwnId();
    await use(own);
    await own.remove();
  },
  extension: async ({ feishu, language, own, policy }, use) => {
    feishu.store.signIn.intervalSeconds = 0;
    const { documents, open, accounts } = works.company;
    const hosts = [`*.${documents[0]}`, open, accounts].map((host) => `https://${host}/*`);
    const { profile, downloads } = await profileThatAllowed(own.id, hosts);
    const prescribed = policy === null ? undefined : machinePolicy(own.id);
    try {
      if (policy !== null) prescribed?.write(policy);
      const browser = await launchExtension({
        port: feishu.port,
        language,
        extension: own.folder,
        profile,
        downloads,
        firstRun: true,
      });
      await use(browser);
      await browser.close();
    } finally {
      prescribed?.remove();
      await rm(profile, { recursive: true, force: true });
    }
  },
});

export { expect } from './sign-in-fixtures';
