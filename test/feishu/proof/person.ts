import type { Feishu } from '../server';
import { ask } from './ask';

/** What a person sees, as far as a test reads it. */
export interface Shown {
  url: string;
  status: number;
  /** Where a redirect leads that leaves Feishu; empty on a page. */
  leftTo: string;
  html: string;
  heading: string;
}

/** Opens an address as a browser does, redirects included, until it leaves Feishu. */
export async function open(feishu: Feishu, url: string, form?: Record<string, string>): Promise<Shown> {
  const { host, pathname, search } = new URL(url);
  const reply = await ask(feishu, pathname + search, { host, ...(form && { method: 'POST', form }) });
  const location = reply.headers.location ?? '';
  if (/^https:\/\/(accounts|open)\./.test(location)) return open(feishu, location);
  const html = reply.bytes.toString();
  const heading = unescape(/<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '');
  return { url, status: reply.status, leftTo: location, html, heading };
}

/** Presses a button of the page's form. */
export async function press(
  feishu: Feishu,
  page: Shown,
  label: string,
  fill: Record<string, string> = {},
): Promise<Shown> {
  const action = /<form method="post" action="([^"]*)"/.exec(page.html)?.[1];
  const buttons = [...page.html.matchAll(/<button name="([^"]*)" value="([^"]*)"[^>]*>([^<]*)</g)];
  const pressed = buttons.find((found) => unescape(found[3] ?? '') === label);
  if (action === undefined || !pressed) throw new Error(`"${page.heading}" has no button ${label}.`);
  const inputs = [...page.html.matchAll(/<input name="([^"]*)" value="([^"]*)"/g)];
  const fields = [...inputs, pressed].map(([, name = '', value = '']) => [name, unescape(value)] as const);
  return open(feishu, new URL(unescape(action), page.url).href, { ...Object.fromEntries(fields), ...fill });
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
