import type { PageReply, PageRequest } from '../page-reply';
import { encodePng } from '../pictures/encode-png';
import { photoPixels } from '../pictures/photo-pixels';
import { scenes, type SceneName } from '../pictures/scenes';
import { toSvg } from '../pictures/to-svg';
import type { Store } from '../store';
import { describeDocument, describeWikiNode } from './describe-page';

/** Pictures never change under their address. */
const forever = { 'cache-control': 'private, max-age=31536000, immutable' };

/** What the page's script fetches. The paths are this emulator's own: those of the site are its secret. */
export function serveData({ host, path, query }: PageRequest, store: Store): PageReply | undefined {
  if (path === '/__page__/document') return serveView(host, query, store);
  const scene = /^\/__page__\/scenes\/([a-z-]+)\.svg$/.exec(path)?.[1];
  if (scene !== undefined) return serveScene(scene, Number(query.get('variant') ?? 0));
  const photo = /^\/__page__\/photos\/(\d{1,3})\.png$/.exec(path)?.[1];
  return photo === undefined ? undefined : servePhoto(Number(photo));
}

function serveView(host: string, query: URLSearchParams, store: Store): PageReply {
  const [docx, wiki] = [query.get('docx'), query.get('wiki')];
  const view =
    docx === null ? describeWikiNode(wiki ?? '', host, store) : describeDocument(docx, host, store);
  return {
    status: view ? 200 : 404,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(view ?? { error: 'no such document' }),
  };
}

/** Photographs in the page's small canvas need few pixels. */
const COARSE = 0.3;

const drawings = new Map<string, string>();

function serveScene(name: string, variant: number): PageReply | undefined {
  if (!isScene(name)) return undefined;
  const key = `${name} ${variant}`;
  const drawing = drawings.get(key) ?? toSvg(scenes[name], variant, 1, COARSE);
  drawings.set(key, drawing);
  return { status: 200, headers: { 'content-type': 'image/svg+xml', ...forever }, body: drawing };
}

function isScene(name: string): name is SceneName {
  return Object.hasOwn(scenes, name);
}

const PHOTO = { width: 640, height: 360 };

function servePhoto(seed: number): PageReply {
  const body = encodePng(photoPixels(seed, PHOTO.width, PHOTO.height), PHOTO.width, PHOTO.height);
  return { status: 200, headers: { 'content-type': 'image/png', ...forever }, body };
}
