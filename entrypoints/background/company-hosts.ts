import type { Brand, ServiceHosts } from '../../components/boards/board';
import { settings } from '../../components/settings/settings';

/** Where the company's own deployment answers; undefined for the brands, whose hosts are known. */
export async function companyHosts(brand: Brand): Promise<ServiceHosts | undefined> {
  const company = brand === 'company' ? await settings.company.get() : null;
  return company ? { open: company.open, accounts: company.accounts } : undefined;
}
