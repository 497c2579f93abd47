import { cleanText } from './clean-text';

const site = '飞书云文档|飞书文档|飞书|Feishu(?: Cloud)? Docs|Feishu|Lark(?: Cloud)? Docs|Lark';

/** What the site puts behind a document's title in that of the window, or alone where there is none. */
const tail = new RegExp(`(?:^|\\s[-–—|]|^[-–—|])\\s*(?:${site})$`, 'i');

/** What stands in the title's place while there is none. */
const placeholder = /^(?:未命名文档|无标题|untitled(?: document)?)$/i;

/** A document's title without invisible characters; empty if it is only a placeholder. */
export function cleanTitle(shown: string): string {
  return cleanText(shown).replace(placeholder, '');
}

/** The document's title in that of its window, without the site's own tail; empty if there is none. */
export function cleanWindowTitle(shown: string): string {
  return cleanTitle(cleanText(shown).replace(tail, ''));
}
