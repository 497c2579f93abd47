import type { PageReply, PageRequest } from '../page-reply';
import type { Store } from '../store';
import { serveAsset } from './assets';
import { serveData } from './data-routes';
import { describeDocument, describeWikiNode } from './describe-page';
import { documentShell, homePage, notFound, otherShell } from './shell';

/** The pages of a tenant's host: documents, wikis, and whatever else has an address there. */
export function servePage(request: PageRequest, store: Store): PageReply | undefined {
  const { host, path } = request;
  if (!store.tenantOfHost(host)) return undefined;
  const [, folder = '', name = ''] = path.split('/');
  switch (folder) {
    case '':
      return homePage(host, store);
    case '__assets__':
      return serveAsset(name) ?? notFound();
    case '__page__':
      return serveData(request, store) ?? notFound();
    case 'docx':
    case 'wiki': {
      const view = (folder === 'docx' ? describeDocument : describeWikiNode)(name, host, store);
      return view ? documentShell(view) : notFound();
    }
    case 'sheets':
    case 'base':
    case 'mindnotes':
    case 'file':
    case 'drive':
      return otherShell(folder);
    default:
      return notFound();
  }
}
