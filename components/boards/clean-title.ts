import { cleanText } from './clean-text';

/** What the site puts behind a document's title in `document.title`. */
const tail =
  /(^|\s)[-–—|]\s*(飞书云文档|飞书文档|飞书|Feishu( Cloud)? Docs|Feishu|Lark( Cloud)? Docs|Lark)$/i;

/** What stands in the title's place while there is none. */
const placeholders = new Set([
  '飞书云文档',
  '飞书文档',
  '飞书',
  '未命名文档',
  '无标题',
  'untitled',
  'untitled document',
  'feishu',
  'feishu docs',
  'feishu cloud docs',
  'lark',
  'lark docs',
  'lark cloud docs',
]);

/** A document's title without invisible characters and the site's own tail; empty if it is only a placeholder. */
export function cleanTitle(shown: string): string {
  const title = cleanText(shown).replace(tail, '').trim();
  return placeholders.has(title.toLowerCase()) ? '' : title;
}
