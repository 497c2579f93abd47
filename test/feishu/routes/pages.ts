import type { PageRequest } from '../page-reply';
import { servePage } from '../pages/index';
import { text, type Reply } from '../reply';
import type { Store } from '../store';

/** The documents' own hosts. What stands on the pages is the business of `pages/`. */
export function answerPage(request: PageRequest, store: Store): Reply {
  const page = servePage(request, store);
  if (!page) return text(404, '<!doctype html><title>404</title><h1>404</h1>', 'text/html; charset=utf-8');
  return { status: page.status, headers: page.headers, body: Buffer.from(page.body) };
}
