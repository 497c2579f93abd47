import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { PageReply } from '../page-reply';

/** The page's own static files. Scripts are bundled from `browser/` when they are first asked for, readable. */
const makers: Record<string, () => { type: string; body: string | Buffer }> = {
  'editor.js': () => script('browser/main.ts'),
  'page.css': () => ({ type: 'text/css; charset=utf-8', body: readFileSync(pathOf('page.css')) }),
  'sign-in.css': () => ({ type: 'text/css; charset=utf-8', body: readFileSync(pathOf('sign-in.css')) }),
  'icon.svg': () => ({
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="5" y="3" width="22" height="26" rx="4" fill="#4e83fd"/><path d="M10 11h12M10 16h12M10 21h8" stroke="#fff" stroke-width="2"/></svg>',
  }),
};

const made = new Map<string, PageReply>();

export function serveAsset(name: string): PageReply | undefined {
  const known = made.get(name);
  if (known) return known;
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (!make) return undefined;
  const { type, body } = make();
  const reply = { status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache' }, body };
  made.set(name, reply);
  return reply;
}

function script(entry: string): { type: string; body: Buffer } {
  const { outputFiles } = buildSync({
    entryPoints: [pathOf(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`Nothing came of ${entry}.`);
  return { type: 'text/javascript; charset=utf-8', body: Buffer.from(file.contents) };
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
