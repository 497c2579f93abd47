/** The name and the purpose that a new app is proposed with on the page of the registration, in the user's language. */
export interface NewApp {
  name: string;
  description: string;
}

/**
 * The page where somebody agrees to a new app, with its scopes filled in. `addons` has no other key than these: for
 * one that it does not know, the page drops them all. Lark's launcher calls every link expired, its other page works.
 * Source: the official Node SDK, `registerApp`; https://github.com/openonion/connectonion/issues/1537
 */
export async function registrationPage(
  url: string,
  scopes: readonly string[],
  { name, description }: NewApp,
): Promise<string> {
  const page = new URL(url);
  if (page.host.endsWith('.larksuite.com') && page.pathname === '/page/launcher') page.pathname = '/page/cli';
  page.searchParams.set('name', name);
  page.searchParams.set('desc', description);
  const addons = JSON.stringify({ preset: false, scopes: { tenant: [], user: scopes } });
  page.searchParams.set('addons', toBase64Url(await gzip(addons)));
  return page.href;
}

async function gzip(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** RFC 4648, section 5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
