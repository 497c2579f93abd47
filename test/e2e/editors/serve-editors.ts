import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The editors, each a folder here with a page that mounts it. */
export const editorNames = ['contenteditable', 'quill', 'tinymce', 'canvas-editor', 'js-draw'] as const;
export type EditorName = (typeof editorNames)[number];

/** A server on this machine with a page for each editor. */
export interface EditorServer {
  urlOf(name: EditorName): string;
  close(): Promise<void>;
}

/** Bundles the editors out of `node_modules` and serves them. */
export async function serveEditors(): Promise<EditorServer> {
  const files = await bundle();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const page = editorNames.find((name) => path === `/${name}`);
    const file = page === undefined ? files.get(path) : htmlOf(page, files.has(`/${page}.css`));
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html';
    response
      .writeHead(file === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` })
      .end(file);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (name) => `http://127.0.0.1:${port}/${name}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function htmlOf(name: EditorName, hasStyle: boolean): string {
  const style = hasStyle ? `<link rel="stylesheet" href="/${name}.css">` : '';
  return `<!doctype html><meta charset="utf-8"><title>${name}</title>${style}<script type="module" src="/${name}.js"></script>
<style>[contenteditable] { min-height: 400px; } img { max-width: 100%; height: auto; }</style><body>`;
}

/** Path on the server to content. */
async function bundle(): Promise<Map<string, Uint8Array>> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(editorNames.map((name) => [name, `${folder}${name}/main.ts`])),
    outdir: folder,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [`/${path.slice(folder.length)}`, contents]));
}
