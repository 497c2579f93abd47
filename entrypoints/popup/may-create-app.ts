import { readCompanyApp } from '../../components/settings/company-app';
import { readPolicy } from '../../components/settings/policy';

/** Whether somebody who is signed out is best served with an app of their own: not where the company has one, or forbids it. */
export async function mayCreateApp(): Promise<boolean> {
  const [company, { allowCreatingApps }] = await Promise.all([readCompanyApp(), readPolicy()]);
  return company === undefined && allowCreatingApps;
}
