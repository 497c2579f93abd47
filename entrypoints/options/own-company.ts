import browser from 'webextension-polyfill';
import { sendToBackground } from '../../components/messaging/send';
import { companyOrigins, type Company } from '../../components/settings/company';
import { followCompany } from '../../components/settings/company-pages';
import { settings } from '../../components/settings/settings';

/** Asks for the company's hosts, in the click's own tick, and keeps them where they are given; whether they were. */
export async function addCompany(company: Company): Promise<boolean> {
  const isGiven = await browser.permissions.request({ origins: companyOrigins(company) });
  if (!isGiven) return false;
  await settings.company.set(company);
  await followCompany();
  return true;
}

/** Signs out there, removes what was kept, and gives the hosts back. */
export async function removeCompany(): Promise<void> {
  const company = await settings.company.get();
  await sendToBackground('account/sign-out', { brand: 'company' });
  await settings.company.set(null);
  await followCompany();
  if (company) await browser.permissions.remove({ origins: companyOrigins(company) });
}
