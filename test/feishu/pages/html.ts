import { escapeXml } from '../pictures/svg-values';
import type { PageReply } from '../page-reply';
import { contentSecurityPolicy, makeNonce } from './content-security-policy';

/** A whole HTML page under the policy, with a nonce of its own. */
export function htmlPage(
  status: number,
  title: string,
  lang: string,
  contents: (nonce: string) => { head?: string; body: string },
): PageReply {
  const nonce = makeNonce();
  const { head = '', body } = contents(nonce);
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
    },
    body: `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>
<link rel="icon" href="/__assets__/icon.svg">
<link rel="stylesheet" href="/__assets__/page.css">
${head}</head>
<body>
${body}
</body>
</html>
`,
  };
}

/** A value inside an inline script: no part of it can end the script. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
