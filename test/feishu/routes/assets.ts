import { serveAsset } from '../pages/assets';
import { notFound, type Reply } from '../reply';
import type { SiteRoute } from '../site-route';

/** The style sheets and the icon of the pages here are those of the document pages. */
export const assetRoutes: SiteRoute[] = (['accounts', 'open'] as const).map((host) => ({
  host,
  method: 'GET',
  path: '/__assets__/:name',
  answer: ({ params }) => serve(params.name ?? ''),
}));

function serve(name: string): Reply {
  const asset = serveAsset(name);
  return asset ? { ...asset, body: Buffer.from(asset.body) } : notFound();
}
