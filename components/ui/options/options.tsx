import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { AboutSection } from './about-section';
import { AccountSection } from './account-section';
import { BulkSection } from './bulk-section';
import { CacheSection } from './cache-section';
import { CompanySection } from './company-section';
import { FirstSteps } from './first-steps';
import { HostsNote } from './hosts-note';
import { NamesSection } from './names-section';
import type { OptionsDeps } from './options-deps';
import { PageSection } from './page-section';
import { PictureSection } from './picture-section';
import { SavedNote } from './saved-note';
import { SettingsNav } from './settings-nav';
import { SlidesSection } from './slides-section';
import { TransferSection } from './transfer-section';

/** The settings page. */
export function Options({ deps }: { deps: OptionsDeps }) {
  const [announcement, announce] = useState('');
  const main = useRef<HTMLElement>(null);
  const [accountChanges, setAccountChanges] = useState(0);
  return (
    <div class="options">
      <header class="title">
        <img src="/icon/48.png" width={32} height={32} alt="" />
        <h1>{t('options_title')}</h1>
      </header>
      <SettingsNav main={main} />
      <main ref={main}>
        <HostsNote access={deps.hostAccess} />
        <FirstSteps deps={deps} accountChanges={accountChanges} />
        <AccountSection
          deps={deps}
          announce={announce}
          onChange={() => setAccountChanges((count) => count + 1)}
        />
        <PictureSection deps={deps} />
        <NamesSection deps={deps} />
        <BulkSection deps={deps} />
        <PageSection deps={deps} />
        <SlidesSection deps={deps} />
        <CacheSection deps={deps} announce={announce} accountChanges={accountChanges} />
        <CompanySection deps={deps} />
        <TransferSection deps={deps} announce={announce} />
        <AboutSection deps={deps} />
      </main>
      <SavedNote settings={deps.settings} />
      <output class="visually-hidden">{announcement}</output>
    </div>
  );
}
