import type { Brand } from '../boards/board';
import { brandOfHost, parseDocumentAddress } from '../boards/page-url';
import { toErrorData } from '../errors';
import { markupNames } from './count-markup';
import type { Met } from './met';
import type { PageProbe } from './parse-probe';
import { hostWord, kindWord, shorten } from './redact';
import { reportError } from './report-error';

/** What kind of page it is, of which brand, and on what host. */
export function reportAddress({ companyHosts, url }: Met): string[] {
  if (url === undefined || !URL.canParse(url)) return ['page: no address'];
  const { hostname, search } = new URL(url);
  const brandAt = (name: string): Brand | undefined => brandOfHost(name, companyHosts);
  const host = `${hostWord(hostname)}, ${brandAt(hostname) ?? 'no brand'}${search && ', with query'}`;
  try {
    const { kind, token } = parseDocumentAddress(url, brandAt);
    return [`page: ${kind} ${shorten(token)} on ${host}`];
  } catch (thrown) {
    return [`page: ${toErrorData(thrown).code} on ${host}`];
  }
}

/** What stands in the page. */
export function reportMarkup({ markup }: PageProbe): string[] {
  if (!markup) return ['markup: no answer'];
  const matches = markup.matches.filter(([name]) => markupNames.has(name));
  return [
    `markup: ${markup.readyState}${markup.isHidden ? ', hidden' : ''}`,
    `  selectors: ${pairs(matches)}`,
    `  mounted blocks: ${pairs(markup.kinds.map(([kind, count]) => [kindWord(kind), count]))}`,
  ];
}

/** Names of what the model's blocks are counted by. */
const counted = new Set([
  'blocks',
  'boards',
  'tokens',
  'captions',
  'fallback',
  'pending',
  'copies',
  'unread',
]);

/** What the page's own model is like. */
export function reportModel({ model }: PageProbe): string[] {
  if (!model) return ['page model: no answer'];
  if (model.shape === 'none') return ['page model: none'];
  const id = model.documentId ? `document ${shorten(model.documentId)}` : 'no document id';
  const lines = [
    `page model: ${model.shape}, ${id}, depth ${model.deepest}, ${model.ms} ms${model.isCut ? ', cut short' : ''}`,
  ];
  if (model.keys.length > 0) lines.push(`  keys: ${model.keys.map(shorten).join(' ')}`);
  lines.push(
    `  counts: ${pairs(model.counts.filter(([name]) => counted.has(name)))}`,
    `  blocks: ${pairs(model.kinds.map(([kind, count]) => [kindWord(kind), count]))}`,
  );
  return lines;
}

/** What our content script answered. */
export function reportDescription({ description, url }: Met): string[] {
  const { ms } = description;
  if ('error' in description) return [`content script: ${reportError(description.error)} (${ms} ms)`];
  const { mountedBlockIds, title, url: said } = description.value;
  const parts = [
    `${mountedBlockIds.length} boards mounted`,
    title ? 'with title' : 'no title',
    said === url ? undefined : 'another address',
  ];
  return [`content script: ${parts.filter(Boolean).join(', ')} (${ms} ms)`];
}

function pairs(counts: readonly (readonly [string, number])[]): string {
  return counts.map(([name, count]) => `${name} ${count}`).join(', ') || 'none';
}
